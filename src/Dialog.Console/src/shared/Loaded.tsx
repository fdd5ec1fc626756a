import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemAlert } from './ProblemAlert';

interface Props<T> {
  query: UseQueryResult<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}

/** Skeletons while it loads, the problem and a way on when it failed, else the thing itself. */
export function Loaded<T>({ query, rows = 4, children }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeletons rows={rows} />;
}

export function Skeletons({ rows = 4 }: { rows?: number }) {
  return (
    <Stack gap="md" aria-busy="true">
      {Array.from({ length: rows }, (_, row) => <Skeleton key={row} height={row === 0 ? 28 : 64} radius="md" />)}
    </Stack>
  );
}

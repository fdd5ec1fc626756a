import { Center, Container, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { sessionQuery } from '../session/session';
import { SignInAgain } from '../session/SignInAgain';
import { ProblemAlert } from '../shared/ProblemAlert';

export const Waiting = () => <Center h="100%"><Loader /></Center>;

/** Nothing is shown before it is known who is looking. */
export function Root() {
  const session = useQuery(sessionQuery);
  if (!session.data) {
    if (!session.error) return <Waiting />;
    return <Container size="xs" py="xl"><ProblemAlert error={session.error} onRetry={() => void session.refetch()} /></Container>;
  }
  return (
    <Suspense fallback={<Waiting />}>
      <Outlet />
      <ScrollRestoration />
      <SignInAgain />
    </Suspense>
  );
}

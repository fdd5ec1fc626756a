import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { asProblem, localProblems, type LocalProblem, type Problem } from '../api/problem';
import { useWords } from '../i18n';
import type { Texts } from '../i18n/en';

const isLocal = (type: string): type is LocalProblem => localProblems.some((local) => local === type);

/** The words of a problem: the server's own, or ours where it could not speak. */
export function wordsOfProblem(problem: Problem, t: Texts): { title: string; detail: string } {
  const { type, title, detail } = problem.body;
  if (isLocal(type) || !title) return t.problems[isLocal(type) ? type : 'console:broken'];
  return { title, detail: detail ?? '' };
}

interface Props {
  error: unknown;
  onRetry?: () => void;
}

export function ProblemAlert({ error, onRetry }: Props) {
  const { t } = useWords();
  if (!error) return null;
  const { title, detail } = wordsOfProblem(asProblem(error), t);
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle />} title={<bdi>{title}</bdi>}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" dir="auto">{detail}</Text>
        {onRetry && <Button size="xs" variant="default" onClick={onRetry}>{t.app.retry}</Button>}
      </Group>
    </Alert>
  );
}

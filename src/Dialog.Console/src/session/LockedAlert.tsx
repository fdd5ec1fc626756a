import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { asProblem } from '../api/problem';
import { useWords } from '../i18n';
import { wordsOfProblem } from '../shared/ProblemAlert';

/** A wait the server asked for, in words that count down. */
export function LockedAlert({ error, left }: { error: unknown; left: number }) {
  const { t, f } = useWords();
  return (
    <Alert role="alert" color="orange" variant="light" icon={<IconLock />} title={wordsOfProblem(asProblem(error), t).title}>
      {t.session.locked(f.span(left))}
    </Alert>
  );
}

import { Group, Loader, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconSeedling } from '@tabler/icons-react';
import { Problem } from '../api/problem';
import type { Training } from '../api/types';
import { useWords } from '../i18n';
import type { Format } from '../i18n/format';
import type { Texts } from '../i18n/en';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useNow } from '../shared/useNow';
import { useTraining } from './useTraining';

function wordsOf(training: Training, now: Date, t: Texts, f: Format): string {
  const { state, intents, examples, trainedAt, progress } = training;
  if (state === 'training') return t.training.training(f.percent(progress));
  if (state !== 'live') return t.training[state];
  return trainedAt
    ? t.training.live(f.ago(new Date(trainedAt), now), intents, examples)
    : t.training.liveNever(intents, examples);
}

function Sign({ state }: { state: Training['state'] }) {
  if (state === 'waiting' || state === 'training') return <Loader size={18} />;
  if (state === 'failed') return <IconAlertTriangle size={20} color="var(--mantine-color-orange-7)" aria-hidden />;
  if (state === 'empty') return <IconSeedling size={20} color="var(--mantine-color-dimmed)" aria-hidden />;
  return <IconCircleCheck size={20} color="var(--mantine-primary-color-filled)" aria-hidden />;
}

const pace = (training: Training | undefined, now: number) =>
  training?.trainedAt && now - Date.parse(training.trainedAt) < 120_000 ? 1_000 : 15_000;

/** Nobody presses anything to train, so the line says what goes on by itself. */
export function TrainingLine({ bot }: { bot: string }) {
  const { t, f } = useWords();
  const { data } = useTraining(bot);
  const now = useNow(pace(data, Date.now()));
  if (!data) return null;
  return (
    <Stack gap="xs">
      <Paper withBorder px="md" py="xs" radius="md">
        <Group gap="sm" wrap="nowrap" role="status" aria-label={t.training.label} data-state={data.state}>
          <Sign state={data.state} />
          <Text size="sm">{wordsOf(data, now, t, f)}</Text>
        </Group>
        {data.state === 'training' && (
          <Progress value={data.progress * 100} size="xs" mt="xs" aria-label={t.training.label} />
        )}
      </Paper>
      {data.state === 'failed' && data.problem && <ProblemAlert error={new Problem(data.problem)} />}
    </Stack>
  );
}

import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconArrowForwardUp, IconRobot } from '@tabler/icons-react';
import { useState } from 'react';
import type { TryResult } from '../api/types';
import { useWords } from '../i18n';
import { AddAsExample } from './AddAsExample';
import { AskedBack } from './AskedBack';
import { ConfidenceBar } from './ConfidenceBar';

interface Props {
  bot: string;
  text: string;
  result: TryResult;
  onAgain: () => void;
}

/** What a visitor would have got, and why. */
export function TryOutcome({ bot, text, result, onAgain }: Props) {
  const { t, f } = useWords();
  const [addedTo, setAddedTo] = useState<string | null>(null);
  const [best, second] = result.ranked;
  const handsOff = result.outcome === 'handoff';
  const headings = { answer: t.try.answers, unsure: t.press.asksBack, handoff: t.try.handsOff };
  return (
    <Stack gap="xs" data-outcome={result.outcome}>
      <Paper bg="var(--mantine-primary-color-light)" px="md" py="xs" radius="lg" maw="85%" style={{ alignSelf: 'flex-end' }}>
        <Text dir="auto" ta="start" className="dialog-said">{text}</Text>
      </Paper>
      <Paper withBorder p="md" radius="lg" maw="95%" miw="min(100%, 20rem)" style={{ alignSelf: 'flex-start' }}>
        <Stack gap="xs">
          <Group gap={6} c={handsOff ? 'var(--dialog-urgent)' : 'dimmed'} wrap="nowrap">
            {handsOff ? <IconArrowForwardUp size={16} className="dialog-flip" aria-hidden /> : <IconRobot size={16} aria-hidden />}
            <Text size="sm" fw={600}>{headings[result.outcome]}</Text>
          </Group>
          {result.outcome === 'answer' && <Text dir="auto" ta="start" className="dialog-said">{result.answer}</Text>}
          {result.outcome === 'unsure' && <AskedBack choices={result.ranked.slice(0, 2)} />}
          {handsOff && <Text size="sm" c="dimmed">{t.try.handsOffText}</Text>}
          {handsOff && best && <Text size="sm" dir="auto">{t.try.guess(best.title)}</Text>}
          <ConfidenceBar confidence={result.confidence} threshold={result.threshold} />
          {result.outcome !== 'unsure' && <Text size="xs" c="dimmed">{second ? t.try.runnerUp(second.title, f.percent(second.confidence)) : t.try.noRunnerUp}</Text>}
          {addedTo === null
            ? <AddAsExample bot={bot} text={text} ranked={result.ranked} onAdded={setAddedTo} />
            : (
              <Group justify="space-between" gap="xs" role="status">
                <Text size="sm">{t.try.added(addedTo)}</Text>
                <Button size="compact-sm" variant="default" onClick={onAgain}>{t.try.again}</Button>
              </Group>
            )}
        </Stack>
      </Paper>
    </Stack>
  );
}

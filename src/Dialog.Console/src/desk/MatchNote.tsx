import { Box, Button, Group, Paper, Text } from '@mantine/core';
import { IconCornerDownLeft, IconRobot } from '@tabler/icons-react';
import { useWords } from '../i18n';
import { ConfidenceBar } from '../trying/ConfidenceBar';
import type { Match } from './types';

interface Props {
  match: Match;
  /** The bot's answer stands below as a message, so it is not repeated here. */
  botSaid: boolean;
  onUse: ((answer: string) => void) | null;
}

/** Under what a visitor wrote: what the bot said or would have said, and how sure it was. */
export function MatchNote({ match, botSaid, onUse }: Props) {
  const { t, f } = useWords();
  const { answer, runnerUp } = match;
  const heading = !answer ? t.desk.botNothing : botSaid ? t.desk.botSaid
    : match.outcome === 'answer' ? t.desk.botWouldSay : match.outcome === 'unsure' ? t.press.botTorn : t.desk.botUnsure;
  return (
    <Paper
      withBorder px="sm" py={8} radius="md" maw="min(85%, 40rem)" miw="min(100%, 16rem)" role="note" aria-label={heading}
      style={{ borderStyle: 'dashed', background: 'transparent' }}
    >
      <Group gap={6} c="dimmed" wrap="nowrap"><IconRobot size={14} aria-hidden /><Text size="xs" fw={600}>{heading}</Text></Group>
      {answer && !botSaid && <Text size="sm" dir="auto" ta="start" className="dialog-said" my={4}>{answer}</Text>}
      <Box mt={6}><ConfidenceBar confidence={match.confidence} threshold={match.threshold} compact /></Box>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">{runnerUp && t.desk.runnerUp(runnerUp.title, f.percent(runnerUp.confidence))}</Text>
        {answer && !botSaid && onUse && (
          <Button size="compact-xs" variant="light" leftSection={<IconCornerDownLeft size={14} className="dialog-flip" aria-hidden />} onClick={() => onUse(answer)}>
            {t.desk.use}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

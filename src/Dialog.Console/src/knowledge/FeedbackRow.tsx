import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Feedback } from '../api/types';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useNow } from '../shared/useNow';
import { IntentPicker } from './IntentPicker';
import { useSettleFeedback } from './useFeedback';

/** What visitors told, and what can be learnt from it. Nothing is learnt without a press. */
export function FeedbackRow({ bot, item }: { bot: string; item: Feedback }) {
  const { t, f } = useWords();
  const now = useNow(60_000, true);
  const settle = useSettleFeedback(bot, item.id);
  const { kind, text, intent, times } = item;
  const told = kind === 'none' ? t.feedback.none : t.feedback[kind](intent?.title ?? t.feedback.deleted);
  const picked = kind === 'chosen' ? intent : null;
  return (
    <Paper component="li" withBorder radius="md" p="md" data-kind={kind}>
      <Stack gap="xs">
        <Text fw={600} dir="auto" ta="start" className="dialog-said">{text}</Text>
        <Text size="sm">{told}</Text>
        {kind === 'rejected' && intent && <Text size="sm" c="dimmed" dir="auto" ta="start" lineClamp={2}>{intent.answer}</Text>}
        <Text size="xs" c="dimmed">
          {times > 1 && <>{t.feedback.times(times)}{t.app.and}</>}{f.ago(new Date(item.at), now)}{t.app.and}
          <Anchor component={Link} to={`/bots/${bot}/desk/${item.conversation}`} size="xs">{t.feedback.conversation}</Anchor>
        </Text>
        <ProblemAlert error={settle.error} />
        <Group gap="xs">
          {picked && (
            <Button size="compact-sm" loading={settle.isPending} onClick={() => settle.mutate({ as: 'example', intent: picked.id })}>
              {t.feedback.addExample}
            </Button>
          )}
          <IntentPicker
            bot={bot} label={picked ? t.feedback.belongsElsewhere : t.feedback.belongs} likely={intent ? [intent.id] : []}
            loading={settle.isPending} onPick={({ id }) => settle.mutate({ as: 'example', intent: id })}
          />
          <Button size="compact-sm" variant="default" loading={settle.isPending} onClick={() => settle.mutate({ as: 'negative' })}>
            {t.feedback.notForUs}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" loading={settle.isPending} onClick={() => settle.mutate({ as: 'dismiss' })}>
            {t.feedback.dismiss}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

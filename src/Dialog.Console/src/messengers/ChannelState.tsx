import { Alert, Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Channel } from '../api/types';
import { useWords } from '../i18n';
import { useNow } from '../shared/useNow';
import { ReplaceToken } from './ReplaceToken';

const colors = { receiving: 'teal', troubled: 'orange', stopped: 'red', off: 'gray' } as const;

/** How it goes, in words; where something has to be done, the means to do it. */
export function ChannelState({ bot, channel }: { bot: string; channel: Channel }) {
  const { t, f } = useWords();
  const { state, lastUpdateAt, waitingToSend, failedToSend } = channel;
  const now = useNow(15_000);
  const facts = [
    lastUpdateAt ? t.messengers.lastMessage(f.ago(new Date(lastUpdateAt), now)) : state === 'receiving' && t.messengers.noMessage,
    waitingToSend > 0 && t.messengers.waitingToSend(waitingToSend),
    failedToSend > 0 && t.messengers.failedToSend(failedToSend),
  ].filter((fact) => fact !== false);
  return (
    <Stack gap="sm">
      <Group gap="sm" role="status" aria-label={t.messengers.state} data-state={state}>
        <Badge variant="dot" color={colors[state]} size="lg" tt="none">{t.messengers.states[state]}</Badge>
        <Text size="sm" c="dimmed">{state === 'off' ? t.messengers.offText : facts.join(t.app.and)}</Text>
      </Group>
      {(state === 'troubled' || state === 'stopped') && (
        <Alert color={colors[state]} variant="light" icon={<IconAlertTriangle />} title={<bdi>{channel.problem?.title ?? t.messengers.states[state]}</bdi>}>
          <Stack gap="xs">
            <Text size="sm">{channel.problem?.detail}</Text>
            {state === 'troubled' && channel.nextTryAt && <NextTry at={channel.nextTryAt} />}
          </Stack>
        </Alert>
      )}
      {state === 'stopped' && <ReplaceToken bot={bot} channel={channel} />}
    </Stack>
  );
}

function NextTry({ at }: { at: string }) {
  const { t, f } = useWords();
  const now = useNow(1_000);
  const left = (Date.parse(at) - now.getTime()) / 1_000;
  return <Text size="sm">{left > 0 ? t.messengers.nextTry(f.span(left)) : t.messengers.tryingNow}</Text>;
}

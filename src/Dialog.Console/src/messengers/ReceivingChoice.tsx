import { Code, Group, Radio, Stack, Text } from '@mantine/core';
import type { Channel, Receiving } from '../api/types';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useChannelChange } from './useChannelChange';

const ways: readonly Receiving[] = ['polling', 'webhook'];

export function ReceivingChoice({ bot, channel }: { bot: string; channel: Channel }) {
  const { t } = useWords();
  const change = useChannelChange(bot, channel);
  const chosen = change.isPending ? change.variables.receiving : channel.receiving;
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t.messengers.receiving} value={chosen}
        onChange={(value) => change.mutate({ receiving: value === 'webhook' ? 'webhook' : 'polling' })}
      >
        <Stack gap="xs" mt="xs">
          {ways.map((way) => (
            <Radio.Card key={way} value={way} p="sm" radius="md" disabled={change.isPending || (way === 'webhook' && !channel.canWebhook)}>
              <Group wrap="nowrap" align="flex-start" gap="sm">
                <Radio.Indicator mt={3} />
                <div>
                  <Text size="sm" fw={600}>{t.messengers.receivings[way]}</Text>
                  <Text size="sm" c="dimmed">{t.messengers.receivingsExplained[way]}</Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      {!channel.canWebhook && <Text size="sm" c="dimmed">{t.messengers.webhookMissing}</Text>}
      {channel.receiving === 'webhook' && channel.webhookAddress && (
        <Text size="sm">{t.messengers.webhookAt} <Code className="dialog-latin">{channel.webhookAddress}</Code></Text>
      )}
      <ProblemAlert error={change.error} />
    </Stack>
  );
}

import { Stack, Switch } from '@mantine/core';
import type { Channel } from '../api/types';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useChannelChange } from './useChannelChange';

export function OnSwitch({ bot, channel }: { bot: string; channel: Channel }) {
  const { t } = useWords();
  const change = useChannelChange(bot, channel);
  const checked = change.isPending ? change.variables.isOn : channel.isOn;
  return (
    <Stack gap="xs" align="flex-end">
      <Switch
        label={t.messengers.on(t.messengers.names[channel.provider])} labelPosition="left" checked={checked} disabled={change.isPending}
        onChange={(event) => change.mutate({ isOn: event.currentTarget.checked })}
      />
      <ProblemAlert error={change.error} />
    </Stack>
  );
}

import { Button, Divider, Group, Stack } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client';
import type { Channel } from '../api/types';
import { digestKey } from '../digest/useDigest';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import { AddressFields } from './AddressFields';
import { addressesOf, changedAddresses, placeOf } from './channelForm';
import { ReceivingChoice } from './ReceivingChoice';
import { ReplaceToken } from './ReplaceToken';
import { useChannelChange } from './useChannelChange';
import { dropChannel } from './useChannels';

interface Props {
  bot: string;
  channel: Channel;
}

export function ChannelSettings({ bot, channel }: Props) {
  const { t } = useWords();
  return (
    <Stack gap="lg" pt="xs">
      <ReceivingChoice bot={bot} channel={channel} />
      <Divider label={t.messengers.addresses} labelPosition="left" />
      <AddressForm bot={bot} channel={channel} />
      {channel.state !== 'stopped' && (
        <>
          <Divider />
          <ReplaceToken bot={bot} channel={channel} />
        </>
      )}
      <Divider />
      <Disconnect bot={bot} channel={channel} />
    </Stack>
  );
}

function AddressForm({ bot, channel }: Props) {
  const { t } = useWords();
  const [values, setValues] = useState(addressesOf(channel));
  const change = useChannelChange(bot, channel, () => {
    setValues((kept) => ({ ...kept, proxy: '' }));
    notifications.show({ message: t.app.saved });
  });
  const changes = changedAddresses(channel, values);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(changes);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <AddressFields provider={channel.provider} values={values} hasProxy={channel.hasProxy} error={change.error} onChange={setValues} />
        {placeOf(change.error) === null && <ProblemAlert error={change.error} />}
        <Group justify="flex-end" gap="xs">
          {channel.hasProxy && <Button variant="subtle" color="red" onClick={() => change.mutate({ proxy: '' })}>{t.messengers.removeProxy}</Button>}
          <Button type="submit" variant="light" disabled={Object.keys(changes).length === 0} loading={change.isPending}>{t.app.save}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function Disconnect({ bot, channel }: Props) {
  const { t } = useWords();
  const queries = useQueryClient();
  const disconnect = useMutation({
    mutationFn: () => api.disconnectChannel(bot, channel.id),
    onSuccess: () => {
      dropChannel(queries, bot, channel.id);
      void queries.invalidateQueries({ queryKey: digestKey(bot) });
      notifications.show({ message: t.messengers.disconnected(channel.name) });
    },
  });
  const ask = () => modals.openConfirmModal({
    title: t.messengers.disconnectTitle(channel.name),
    children: t.messengers.disconnectText,
    labels: { confirm: t.messengers.disconnect, cancel: t.app.cancel },
    confirmProps: { color: 'red.9' },
    onConfirm: () => disconnect.mutate(),
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="subtle" color="red" px="xs" loading={disconnect.isPending} onClick={ask}>{t.messengers.disconnect}</Button>
      <ProblemAlert error={disconnect.error} />
    </Stack>
  );
}

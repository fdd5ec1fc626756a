import { Anchor, Button, Collapse, Group, List, Stack, Text, ThemeIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconExternalLink, IconPlugConnected } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client';
import type { Provider } from '../api/types';
import { digestKey } from '../digest/useDigest';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import { AddressFields } from './AddressFields';
import { addressesOf, givenAddresses, placeOf } from './channelForm';
import { MoreButton } from './MoreButton';
import { providers } from './providers';
import { TokenField } from './TokenField';
import { keepChannel } from './useChannels';

interface Props {
  bot: string;
  provider: Provider;
}

export function ConnectForm({ bot, provider }: Props) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [token, setToken] = useState('');
  const [missing, setMissing] = useState(false);
  const [addresses, setAddresses] = useState(addressesOf());
  const [more, { toggle, open }] = useDisclosure();
  const connect = useMutation({
    mutationFn: () => api.connectChannel(bot, { provider, token: token.trim(), ...givenAddresses(addresses) }),
    onSuccess: (channel) => {
      keepChannel(queries, bot, channel);
      void queries.invalidateQueries({ queryKey: digestKey(bot) });
      notifications.show({ message: t.messengers.connected(channel.name) });
    },
    onError: (error) => {
      const place = placeOf(error);
      if (place && place !== 'token') open();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!token.trim());
    if (token.trim()) connect.mutate();
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <Steps provider={provider} />
        {placeOf(connect.error) === null && <ProblemAlert error={connect.error} />}
        <TokenField
          label={t.messengers.token} hint={t.messengers.tokenHint} value={token} missing={missing} error={connect.error} onChange={setToken}
        />
        {provider === 'telegram' && <Text size="sm" c="dimmed">{t.messengers.filtered}</Text>}
        <MoreButton label={t.messengers.addresses} open={more} onToggle={toggle} />
        <Collapse expanded={more}>
          <AddressFields provider={provider} values={addresses} error={connect.error} onChange={setAddresses} />
        </Collapse>
        <Group justify="flex-end">
          <Button type="submit" leftSection={<IconPlugConnected size={18} aria-hidden />} loading={connect.isPending}>{t.messengers.connect}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function Steps({ provider }: { provider: Provider }) {
  const { t, f } = useWords();
  const { father, fatherLink } = providers[provider];
  return (
    <div>
      <List spacing={6} listStyleType="none" lh={1.7}>
        {t.messengers.steps[provider].map((step, index) => (
          <List.Item key={step} icon={<ThemeIcon size={26} radius="xl" variant="light">{f.number(index + 1)}</ThemeIcon>}>{step}</List.Item>
        ))}
      </List>
      <Anchor href={fatherLink} target="_blank" rel="noreferrer" size="sm" ms={36} mt={6} display="inline-block">
        <Group gap={4}>{t.messengers.openFather(father)}<IconExternalLink size={14} aria-hidden /></Group>
      </Anchor>
    </div>
  );
}

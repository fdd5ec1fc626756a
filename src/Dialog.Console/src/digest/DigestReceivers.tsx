import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSend, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Digest, DigestReceiver } from '../api/types';
import { useWords } from '../i18n';
import { providers } from '../messengers/providers';
import { ProblemAlert } from '../shared/ProblemAlert';
import { digestKey } from './useDigest';

interface Props {
  bot: string;
  digest: Digest;
}

export function DigestReceivers({ bot, digest }: Props) {
  const { t } = useWords();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: ({ id }: DigestReceiver) => api.removeReceiver(bot, id),
    onSuccess: (_, { id, name }) => {
      queries.setQueryData<Digest>(digestKey(bot), (known) =>
        known && { ...known, receivers: known.receivers.filter((one) => one.id !== id) });
      notifications.show({ message: t.digest.removed(name) });
    },
  });
  const preview = useMutation({
    mutationFn: () => api.previewDigest(bot),
    onSuccess: () => notifications.show({ message: t.digest.previewSent }),
  });
  if (digest.links.length === 0 && digest.receivers.length === 0) return <Text size="sm">{t.digest.needsMessenger}</Text>;
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>{t.digest.receivers}</Text>
      {digest.receivers.length === 0 && <Text size="sm" c="dimmed">{t.digest.nobody}</Text>}
      {digest.receivers.length > 0 && (
        <Stack component="ul" aria-label={t.digest.receivers} gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
          {digest.receivers.map((receiver) => <Receiver key={receiver.id} receiver={receiver} onRemove={() => remove.mutate(receiver)} />)}
        </Stack>
      )}
      <GetLinks links={digest.links} />
      <ProblemAlert error={remove.error ?? preview.error} />
      {digest.receivers.length > 0 && (
        <Group justify="flex-end">
          <Button
            variant="light" loading={preview.isPending} leftSection={<IconSend size={18} className="dialog-flip" aria-hidden />}
            onClick={() => preview.mutate()}
          >
            {t.digest.preview}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Receiver({ receiver, onRemove }: { receiver: DigestReceiver; onRemove: () => void }) {
  const { t, f } = useWords();
  return (
    <Group component="li" justify="space-between" wrap="nowrap" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" truncate><bdi>{receiver.name}</bdi></Text>
        <Text size="xs" c="dimmed">{t.digest.since(t.messengers.names[receiver.provider], f.date(new Date(receiver.since)))}</Text>
      </div>
      <ActionIcon variant="subtle" color="gray" aria-label={t.digest.remove(receiver.name)} onClick={onRemove}><IconX size={18} /></ActionIcon>
    </Group>
  );
}

function GetLinks({ links }: { links: Digest['links'] }) {
  const { t } = useWords();
  if (links.length === 0) return null;
  return (
    <div>
      <Group gap="xs">
        {links.map(({ channel, provider, url }) => {
          const { Icon } = providers[provider];
          return (
            <Button key={channel} component="a" href={url} target="_blank" rel="noreferrer" variant="default" leftSection={<Icon size={18} aria-hidden />}>
              {t.digest.get(t.messengers.names[provider])}
            </Button>
          );
        })}
      </Group>
      <Text size="xs" c="dimmed" mt={6}>{t.digest.getText}</Text>
    </div>
  );
}

import { Group, Loader, Text } from '@mantine/core';
import { useWords } from '../i18n';
import { useDesk } from './DeskProvider';

/** Calm, because nothing is lost: the outbox keeps what was sent. */
export function ConnectionBanner({ bot }: { bot: string }) {
  const { t } = useWords();
  const connection = useDesk((state) => state.connections[bot]);
  return (
    <div role="status">
      {connection === 'reconnecting' && (
        <Group gap="xs" wrap="nowrap" px={14} py={8} bg="var(--mantine-color-yellow-light)">
          <Loader size={14} color="gray" />
          <Text size="sm">{t.desk.reconnecting}</Text>
        </Group>
      )}
    </div>
  );
}

import { Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useWords } from '../i18n';
import type { DeskItem } from './types';

/** Told before an agent writes in vain. */
export function Unreachable({ reason }: { reason: NonNullable<DeskItem['unreachable']> }) {
  const { t } = useWords();
  return (
    <Group role="status" gap="xs" wrap="nowrap" px={14} py={8} bg="var(--mantine-color-orange-light)">
      <IconPlugConnectedX size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm">{t.delivery.unreachable[reason]}</Text>
    </Group>
  );
}

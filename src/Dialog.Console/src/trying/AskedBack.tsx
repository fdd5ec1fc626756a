import { Group, Paper, Stack, Text } from '@mantine/core';
import type { RankedIntent } from '../api/types';
import { useWords } from '../i18n';

/** What a visitor is offered when the bot cannot tell which of two was meant. */
export function AskedBack({ choices }: { choices: readonly RankedIntent[] }) {
  const { t, f } = useWords();
  return (
    <Stack gap={6}>
      <Text size="sm" c="dimmed">{t.press.asksBackText}</Text>
      <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }} aria-label={t.press.offered}>
        {choices.map(({ intentId, title, confidence }) => (
          <Paper key={intentId} component="li" withBorder px="sm" py={6} radius="md">
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text size="sm" fw={600} dir="auto">{title}</Text>
              <Text size="xs" c="dimmed">{f.percent(confidence)}</Text>
            </Group>
          </Paper>
        ))}
      </Stack>
    </Stack>
  );
}

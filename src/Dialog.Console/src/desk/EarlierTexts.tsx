import { Stack, Text } from '@mantine/core';
import { useWords } from '../i18n';

/** What an edited message said before, first wording first. */
export function EarlierTexts({ texts }: { texts: readonly string[] }) {
  const { t } = useWords();
  return (
    <Stack role="note" aria-label={t.delivery.earlier} gap={4} ps="sm" style={{ borderInlineStart: '2px solid var(--mantine-color-default-border)' }}>
      <Text size="xs" c="dimmed" fw={600}>{t.delivery.earlier}</Text>
      {texts.map((text, index) => <Text key={index} size="sm" c="dimmed" dir="auto" ta="start" className="dialog-said">{text}</Text>)}
    </Stack>
  );
}

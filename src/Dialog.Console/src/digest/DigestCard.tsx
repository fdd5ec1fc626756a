import { Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconNews } from '@tabler/icons-react';
import { useWords } from '../i18n';
import { Loaded } from '../shared/Loaded';
import { DigestPlanForm } from './DigestPlanForm';
import { DigestReceivers } from './DigestReceivers';
import { useDigest } from './useDigest';

export function DigestCard({ bot }: { bot: string }) {
  const { t } = useWords();
  const digest = useDigest(bot);
  return (
    <Paper component="section" aria-label={t.digest.title} withBorder p={{ base: 'md', sm: 'lg' }} radius="lg">
      <Stack gap="md">
        <Group gap="xs">
          <ThemeIcon variant="light" size={34} radius="xl" aria-hidden><IconNews size={20} stroke={1.7} /></ThemeIcon>
          <Title order={2} size="h4">{t.digest.title}</Title>
        </Group>
        <Text size="sm" c="dimmed">{t.digest.text}</Text>
        <Loaded query={digest} rows={2}>
          {(view) => (
            <>
              <DigestPlanForm bot={bot} digest={view} />
              <DigestReceivers bot={bot} digest={view} />
            </>
          )}
        </Loaded>
      </Stack>
    </Paper>
  );
}

import { Badge, Button, Card, Container, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconHeadset, IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import type { BotSummary } from '../api/types';
import { useDesk } from '../desk/DeskProvider';
import { waitingOf } from '../desk/selectors';
import { useWords } from '../i18n';
import { useSession, useSessionChange } from '../session/session';
import { usePageTitle } from '../shared/usePageTitle';
import { NoBots } from './NoBots';

export function BotsPage() {
  const { t } = useWords();
  const { bots } = useSession();
  const { refresh } = useSessionChange();
  usePageTitle(t.bots.title);
  // Somebody may have invited or removed this person meanwhile.
  useEffect(() => void refresh().catch(() => undefined), [refresh]);
  if (bots.length === 0) return <NoBots />;
  return (
    <Container size="md" px={0}>
      <Group justify="space-between" mb="lg">
        <Title order={1} size="h2">{t.bots.title}</Title>
        <Button component={Link} to="/bots/new" leftSection={<IconPlus size={18} />}>{t.bots.create}</Button>
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {bots.map((bot) => <BotCard key={bot.id} bot={bot} />)}
      </SimpleGrid>
    </Container>
  );
}

function BotCard({ bot }: { bot: BotSummary }) {
  const { t } = useWords();
  const waiting = useDesk((state) => waitingOf(state, bot.id)) ?? bot.waiting;
  return (
    <Card withBorder radius="lg" padding="lg">
      <Stack gap="md" justify="space-between" h="100%">
        <div>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Text
              component={Link} to={`/bots/${bot.id}`} fw={650} size="lg" c="inherit"
              style={{ overflowWrap: 'anywhere' }} aria-label={t.bots.open(bot.name)}
            >
              <bdi>{bot.name}</bdi>
            </Text>
            <Badge variant="light" tt="none" style={{ flexShrink: 0 }}>{t.app.roles[bot.role]}</Badge>
          </Group>
          <Text size="sm" c="dimmed">{t.app.languages[bot.language]}</Text>
        </div>
        <Button
          component={Link} to={`/bots/${bot.id}/desk`} variant={waiting > 0 ? 'filled' : 'default'}
          color={waiting > 0 ? 'orange.9' : undefined} leftSection={<IconHeadset size={18} />} fullWidth
        >
          {waiting > 0 ? t.app.waiting(waiting) : t.bots.openDesk}
        </Button>
      </Stack>
    </Card>
  );
}

import { Button, Container, Group, Stack, Title } from '@mantine/core';
import { IconFilePlus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import type { Intent } from '../api/types';
import { useWords } from '../i18n';
import { useBot } from '../shell/BotFrame';
import { Loaded } from '../shared/Loaded';
import { usePageTitle } from '../shared/usePageTitle';
import { TrainingLine } from '../training/TrainingLine';
import { IntentDrawer } from './IntentDrawer';
import { IntentList } from './IntentList';
import { KnowledgeTabs } from './KnowledgeTabs';
import { useIntents } from './useIntents';

export function KnowledgePage() {
  const { t } = useWords();
  const bot = useBot();
  const intents = useIntents(bot.id);
  const [open, setOpen] = useState<Intent | 'new' | null>(null);
  usePageTitle(`${t.knowledge.title} · ${bot.name}`);
  if (intents.data?.length === 0) return <Navigate to="add" replace />;
  return (
    <Container size="md" px={0}>
      <Stack gap="lg">
        <Group justify="space-between">
          <Title order={1} size="h2">{t.knowledge.title}</Title>
          <Group gap="sm">
            <Button variant="default" leftSection={<IconPlus size={18} />} onClick={() => setOpen('new')}>{t.knowledge.addOne}</Button>
            <Button component={Link} to="add" leftSection={<IconFilePlus size={18} />}>{t.knowledge.add}</Button>
          </Group>
        </Group>
        <KnowledgeTabs tab="known" />
        <TrainingLine bot={bot.id} />
        <Loaded query={intents}>{(list) => <IntentList intents={list} onOpen={setOpen} />}</Loaded>
      </Stack>
      {open && <IntentDrawer key={open === 'new' ? 'new' : open.id} bot={bot.id} intent={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Container>
  );
}

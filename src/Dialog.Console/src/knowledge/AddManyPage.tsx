import { Button, Container, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n';
import { useBot } from '../shell/BotFrame';
import { usePageTitle } from '../shared/usePageTitle';
import { TrainingLine } from '../training/TrainingLine';
import { ImportBox } from './ImportBox';
import { IntentDrawer } from './IntentDrawer';
import { useIntents } from './useIntents';

/** Also what an owner sees first: as long as the bot knows nothing, there is nothing to list. */
export function AddManyPage() {
  const { t } = useWords();
  const bot = useBot();
  const { data } = useIntents(bot.id);
  const [adding, setAdding] = useState(false);
  const empty = data?.length === 0;
  usePageTitle(`${t.import.title} · ${bot.name}`);
  return (
    <Container size="md" px={0}>
      <Stack gap="lg">
        <Group justify="space-between">
          <Title order={1} size="h2">{empty ? t.knowledge.emptyTitle : t.import.title}</Title>
          <Group gap="sm">
            {!empty && (
              <Button
                component={Link} to={`/bots/${bot.id}/knowledge`} variant="default"
                leftSection={<IconArrowLeft size={18} className="dialog-flip" />}
              >
                {t.knowledge.back}
              </Button>
            )}
            <Button variant="default" leftSection={<IconPlus size={18} />} onClick={() => setAdding(true)}>{t.knowledge.addOne}</Button>
          </Group>
        </Group>
        {empty ? <Text>{t.knowledge.emptyText}</Text> : <TrainingLine bot={bot.id} />}
        <ImportBox bot={bot.id} />
      </Stack>
      {adding && <IntentDrawer bot={bot.id} intent={null} onClose={() => setAdding(false)} />}
    </Container>
  );
}

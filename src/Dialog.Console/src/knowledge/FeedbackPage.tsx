import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { IconMessage2Check } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../i18n';
import { useBot } from '../shell/BotFrame';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { usePageTitle } from '../shared/usePageTitle';
import { TrainingLine } from '../training/TrainingLine';
import { FeedbackRow } from './FeedbackRow';
import { KnowledgeTabs } from './KnowledgeTabs';
import { useFeedback } from './useFeedback';

const pageSize = 40;

export function FeedbackPage() {
  const { t } = useWords();
  const bot = useBot();
  const feedback = useFeedback(bot.id);
  const [shown, setShown] = useState(pageSize);
  usePageTitle(`${t.feedback.tabs.feedback} · ${bot.name}`);
  return (
    <Container size="md" px={0}>
      <Stack gap="lg">
        <Title order={1} size="h2">{t.knowledge.title}</Title>
        <KnowledgeTabs tab="feedback" />
        <TrainingLine bot={bot.id} />
        <Loaded query={feedback}>
          {(list) => list.length === 0
            ? <EmptyState icon={IconMessage2Check} title={t.feedback.emptyTitle} text={t.feedback.emptyText} />
            : (
              <>
                <Text c="dimmed">{t.feedback.text}</Text>
                <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t.feedback.tabs.feedback}>
                  {list.slice(0, shown).map((item) => <FeedbackRow key={item.id} bot={bot.id} item={item} />)}
                </Stack>
                {list.length > shown && (
                  <Button variant="default" onClick={() => setShown(shown + pageSize)}>
                    {t.app.more(Math.min(pageSize, list.length - shown))}
                  </Button>
                )}
              </>
            )}
        </Loaded>
      </Stack>
    </Container>
  );
}

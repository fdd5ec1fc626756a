import { Badge, Tabs } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useWords } from '../i18n';
import { useBot } from '../shell/BotFrame';
import { useFeedback } from './useFeedback';

export type KnowledgeTab = 'known' | 'feedback' | 'negatives';

const paths: Record<KnowledgeTab, string> = { known: '', feedback: '/feedback', negatives: '/not-for-us' };

/** What the bot knows, what visitors told about it, and what is not for it. */
export function KnowledgeTabs({ tab }: { tab: KnowledgeTab }) {
  const { t, f } = useWords();
  const bot = useBot();
  const navigate = useNavigate();
  const { data = [] } = useFeedback(bot.id);
  const badge = data.length > 0 && <Badge size="sm" variant="light" aria-label={t.feedback.waiting(data.length)}>{f.number(data.length)}</Badge>;
  return (
    <Tabs value={tab} onChange={(next) => void navigate(`/bots/${bot.id}/knowledge${paths[(next ?? 'known') as KnowledgeTab]}`)}>
      <Tabs.List aria-label={t.knowledge.title}>
        <Tabs.Tab value="known">{t.feedback.tabs.known}</Tabs.Tab>
        <Tabs.Tab value="feedback" rightSection={badge}>{t.feedback.tabs.feedback}</Tabs.Tab>
        <Tabs.Tab value="negatives">{t.feedback.tabs.negatives}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  );
}

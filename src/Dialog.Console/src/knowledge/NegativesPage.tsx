import { ActionIcon, Button, Container, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFilterOff, IconTrash } from '@tabler/icons-react';
import { useWords } from '../i18n';
import { useBot } from '../shell/BotFrame';
import { byText } from '../shared/byText';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useDraft } from '../shared/useDraft';
import { usePageTitle } from '../shared/usePageTitle';
import { TrainingLine } from '../training/TrainingLine';
import { KnowledgeTabs } from './KnowledgeTabs';
import { useAddNegatives, useDropNegative, useNegatives } from './useNegatives';

export function NegativesPage() {
  const { t } = useWords();
  const bot = useBot();
  const negatives = useNegatives(bot.id);
  const drop = useDropNegative(bot.id);
  usePageTitle(`${t.feedback.tabs.negatives} · ${bot.name}`);
  return (
    <Container size="md" px={0}>
      <Stack gap="lg">
        <Title order={1} size="h2">{t.knowledge.title}</Title>
        <KnowledgeTabs tab="negatives" />
        <TrainingLine bot={bot.id} />
        <AddNegatives bot={bot.id} />
        <ProblemAlert error={drop.error} />
        <Loaded query={negatives}>
          {(list) => list.length === 0
            ? <EmptyState icon={IconFilterOff} title={t.negatives.emptyTitle} text={t.negatives.emptyText} />
            : (
              <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }} aria-label={t.feedback.tabs.negatives}>
                {list.map(({ id, text }) => (
                  <Paper key={id} component="li" withBorder radius="md" ps="md" pe={6} py={4}>
                    <Group justify="space-between" wrap="nowrap">
                      <Text size="sm" dir="auto" ta="start" flex={1} className="dialog-said">{text}</Text>
                      <ActionIcon
                        variant="subtle" color="gray" size={36} aria-label={t.negatives.remove(text)}
                        loading={drop.isPending && drop.variables === id} onClick={() => drop.mutate(id)}
                      >
                        <IconTrash size={18} />
                      </ActionIcon>
                    </Group>
                  </Paper>
                ))}
              </Stack>
            )}
        </Loaded>
      </Stack>
    </Container>
  );
}

function AddNegatives({ bot }: { bot: string }) {
  const { t } = useWords();
  const draft = useDraft(`dialog.draft.negatives.${bot}`);
  const add = useAddNegatives(bot);
  const texts = draft.text.split('\n').map((line) => line.trim()).filter(Boolean);
  return (
    <Stack gap="xs">
      <Textarea
        label={t.negatives.add} description={t.negatives.hint} autosize minRows={2} maxRows={8}
        {...byText(draft.text)} value={draft.text} onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <ProblemAlert error={add.error} />
      <Group justify="flex-end">
        <Button disabled={texts.length === 0} loading={add.isPending} onClick={() => add.mutate(texts, { onSuccess: () => draft.set('') })}>
          {t.negatives.addButton}
        </Button>
      </Group>
    </Stack>
  );
}

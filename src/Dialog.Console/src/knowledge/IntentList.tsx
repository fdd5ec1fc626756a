import { ActionIcon, Button, Group, Paper, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconPencil, IconSearch, IconX } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Intent } from '../api/types';
import { useWords } from '../i18n';
import { byText } from '../shared/byText';
import { searchIntents } from './search';

const pageSize = 40;

interface Props {
  intents: readonly Intent[];
  onOpen: (intent: Intent) => void;
}

export function IntentList({ intents, onOpen }: Props) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(pageSize);
  const wanted = useDeferredValue(query);
  const found = useMemo(() => searchIntents(intents, wanted), [intents, wanted]);
  return (
    <Stack gap="sm">
      <TextInput
        type="search" {...byText(query)} aria-label={t.knowledge.search} placeholder={t.knowledge.search} value={query}
        leftSection={<IconSearch size={18} />} onChange={(event) => setQuery(event.currentTarget.value)}
        rightSection={query && (
          <ActionIcon variant="subtle" color="gray" aria-label={t.knowledge.clearSearch} onClick={() => setQuery('')}>
            <IconX size={16} />
          </ActionIcon>
        )}
      />
      <Text size="sm" c="dimmed" role="status">
        {query ? t.knowledge.found(found.length, intents.length) : ' '}
      </Text>
      {found.length === 0 && <Text ta="center" py="lg">{t.knowledge.nothingFound}</Text>}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {found.slice(0, shown).map((intent) => <IntentRow key={intent.id} intent={intent} onOpen={onOpen} />)}
      </Stack>
      {found.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + pageSize)}>
          {t.app.more(Math.min(pageSize, found.length - shown))}
        </Button>
      )}
    </Stack>
  );
}

function IntentRow({ intent, onOpen }: { intent: Intent; onOpen: (intent: Intent) => void }) {
  const { t } = useWords();
  return (
    <Paper component="li" withBorder radius="md">
      <UnstyledButton
        p="md" w="100%" onClick={() => onOpen(intent)} aria-label={t.knowledge.edit(intent.title)}
      >
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ minWidth: 0, flex: 1 }}>
            <Text fw={600} dir="auto" ta="start" truncate>{intent.title}</Text>
            <Text size="sm" dir="auto" ta="start" lineClamp={2} className="dialog-said">{intent.answer}</Text>
            <Text size="sm" c="dimmed" truncate mt={4}>
              {t.knowledge.countExamples(intent.examples.length)}{': '}<bdi>{intent.examples.slice(0, 4).join(' · ')}</bdi>
            </Text>
          </div>
          <IconPencil size={18} color="var(--mantine-color-dimmed)" aria-hidden style={{ flexShrink: 0 }} />
        </Group>
      </UnstyledButton>
    </Paper>
  );
}

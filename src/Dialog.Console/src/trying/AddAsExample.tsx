import { Button, Combobox, Stack, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Intent, RankedIntent } from '../api/types';
import { useWords } from '../i18n';
import { IntentDrawer } from '../knowledge/IntentDrawer';
import { addExamples, bodyOf } from '../knowledge/intentDraft';
import { searchIntents } from '../knowledge/search';
import { useIntents, useSaveIntent } from '../knowledge/useIntents';
import { byText } from '../shared/byText';
import { ProblemAlert } from '../shared/ProblemAlert';

interface Props {
  bot: string;
  text: string;
  ranked: readonly RankedIntent[];
  onAdded: (title: string) => void;
}

const newIntent = ':new';
const mostShown = 30;

function byRank(intents: readonly Intent[], ranked: readonly RankedIntent[]): Intent[] {
  const rank = (intent: Intent) => {
    const at = ranked.findIndex(({ intentId }) => intentId === intent.id);
    return at < 0 ? ranked.length : at;
  };
  return [...intents].sort((a, b) => rank(a) - rank(b));
}

/** The likely intents first, then all others: one click teaches the bot what was meant. */
export function AddAsExample({ bot, text, ranked, onAdded }: Props) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const [creating, setCreating] = useState(false);
  const { data: intents = [] } = useIntents(bot);
  const save = useSaveIntent(bot);
  const box = useCombobox({ onDropdownClose: () => setQuery(''), onDropdownOpen: () => box.focusSearchInput() });
  const found = useMemo(() => searchIntents(byRank(intents, ranked), query).slice(0, mostShown), [intents, ranked, query]);
  const choose = (id: string) => {
    box.closeDropdown();
    if (id === newIntent) return setCreating(true);
    const intent = intents.find((one) => one.id === id);
    if (!intent) return;
    const body = bodyOf(intent);
    save.mutate({ id, body: { ...body, examples: addExamples(body.examples, text.replace(/\s*\n\s*/g, ' ')) } }, {
      onSuccess: () => onAdded(intent.title),
    });
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Combobox store={box} width={320} position="bottom-start" onOptionSubmit={choose}>
        <Combobox.Target withAriaAttributes={false}>
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} loading={save.isPending} onClick={() => box.toggleDropdown()}>
            {t.try.addTo}
          </Button>
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Search
            aria-label={t.try.addToSearch} placeholder={t.try.addToSearch} {...byText(query)} value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <Combobox.Options aria-label={t.try.addTo} mah={280} style={{ overflowY: 'auto' }}>
            {found.map((intent) => <Combobox.Option key={intent.id} value={intent.id} dir="auto">{intent.title}</Combobox.Option>)}
            <Combobox.Option value={newIntent} fw={600}>{t.try.addToNew}</Combobox.Option>
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <ProblemAlert error={save.error} />
      {creating && <IntentDrawer bot={bot} intent={null} example={text} onClose={() => setCreating(false)} />}
    </Stack>
  );
}

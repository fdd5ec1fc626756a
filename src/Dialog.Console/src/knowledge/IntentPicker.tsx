import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Intent } from '../api/types';
import { useWords } from '../i18n';
import { byText } from '../shared/byText';
import { searchIntents } from './search';
import { useIntents } from './useIntents';

interface Props {
  bot: string;
  label: string;
  /** Ids of the likely ones, which come first. */
  likely: readonly string[];
  loading: boolean;
  onPick: (intent: Intent) => void;
  /** Offers to make a new one. */
  onNew?: () => void;
}

const newIntent = ':new';
const mostShown = 30;

function byLikelihood(intents: readonly Intent[], likely: readonly string[]): Intent[] {
  const rank = ({ id }: Intent) => (likely.includes(id) ? likely.indexOf(id) : likely.length);
  return [...intents].sort((a, b) => rank(a) - rank(b));
}

/** Finds one of the bot's intents by typing. */
export function IntentPicker({ bot, label, likely, loading, onPick, onNew }: Props) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const { data: intents = [] } = useIntents(bot);
  const box = useCombobox({ onDropdownClose: () => setQuery(''), onDropdownOpen: () => box.focusSearchInput() });
  const opened = box.dropdownOpened;
  // A page of these has many closed ones, which need no list.
  const found = useMemo(
    () => (opened ? searchIntents(byLikelihood(intents, likely), query).slice(0, mostShown) : []),
    [opened, intents, likely, query],
  );
  const choose = (id: string) => {
    box.closeDropdown();
    if (id === newIntent) return onNew?.();
    const intent = intents.find((one) => one.id === id);
    if (intent) onPick(intent);
  };
  return (
    <Combobox store={box} width={320} position="bottom-start" onOptionSubmit={choose}>
      <Combobox.Target withAriaAttributes={false}>
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} loading={loading} onClick={() => box.toggleDropdown()}>
          {label}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={t.try.addToSearch} placeholder={t.try.addToSearch} {...byText(query)} value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Combobox.Options aria-label={label} mah={280} style={{ overflowY: 'auto' }}>
          {found.map((intent) => <Combobox.Option key={intent.id} value={intent.id} dir="auto">{intent.title}</Combobox.Option>)}
          {onNew && <Combobox.Option value={newIntent} fw={600}>{t.try.addToNew}</Combobox.Option>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

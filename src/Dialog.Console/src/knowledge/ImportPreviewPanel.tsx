import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportPreview, PairState } from '../api/types';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useIntoView } from '../shared/useIntoView';
import { ImportPairRow } from './ImportPairRow';
import type { Import } from './useImport';

const pageSize = 50;
const order: readonly PairState[] = ['refused', 'new', 'merged', 'unchanged'];

export function ImportPreviewPanel({ work, preview }: { work: Import; preview: ImportPreview }) {
  const { t, f } = useWords();
  const panel = useIntoView();
  const [filter, setFilter] = useState<PairState | 'all'>('all');
  const [shown, setShown] = useState(pageSize);
  const { counts, pairs } = preview;
  const addable = counts.new + counts.merged;
  const present = order.filter((state) => counts[state] > 0);
  // What needs a hand comes first.
  const sorted = present.flatMap((state) => (filter === 'all' || filter === state ? pairs.filter((pair) => pair.state === state) : []));
  return (
    <Stack gap="md">
      <Stack gap={4} role="status" {...panel}>
        {present.map((state) => (
          <Text key={state} size="sm">
            <Text span fw={600}>{`${f.number(counts[state])} ${t.import.states[state]}`}</Text>{` – ${t.import.statesExplained[state]}`}
          </Text>
        ))}
      </Stack>
      {present.length > 1 && (
        <SegmentedControl
          aria-label={t.import.filter} value={filter} onChange={(value) => setFilter(value as PairState | 'all')}
          style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
          data={[
            { value: 'all', label: `${t.import.all} ${f.number(pairs.length)}` },
            ...present.map((state) => ({ value: state, label: `${t.import.states[state]} ${f.number(counts[state])}` })),
          ]}
        />
      )}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {sorted.slice(0, shown).map((pair, index) => <ImportPairRow key={`${pair.row}-${index}`} pair={pair} />)}
      </Stack>
      {sorted.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + pageSize)}>
          {t.app.more(Math.min(pageSize, sorted.length - shown))}
        </Button>
      )}
      <ProblemAlert error={work.add.error} />
      <Group justify="space-between" className="dialog-dock">
        <Button variant="default" leftSection={<IconArrowLeft size={18} className="dialog-flip" />} onClick={work.back}>
          {t.import.edit}
        </Button>
        <Button loading={work.add.isPending} disabled={addable === 0} onClick={() => work.add.mutate()}>
          {addable > 0 ? t.import.add(addable) : t.import.nothingToAdd}
        </Button>
      </Group>
    </Stack>
  );
}

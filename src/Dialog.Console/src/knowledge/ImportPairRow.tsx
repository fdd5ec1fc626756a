import { Badge, Group, Paper, Text } from '@mantine/core';
import { Problem } from '../api/problem';
import type { ImportPair, PairState } from '../api/types';
import { useWords } from '../i18n';
import { wordsOfProblem } from '../shared/ProblemAlert';

const colors: Record<PairState, string> = { new: 'lagoon', merged: 'blue', unchanged: 'gray', refused: 'red' };

export function ImportPairRow({ pair }: { pair: ImportPair }) {
  const { t } = useWords();
  const problem = pair.problem ? wordsOfProblem(new Problem(pair.problem), t) : null;
  return (
    <Paper component="li" withBorder p="sm" radius="md" data-state={pair.state}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          {pair.examples.length === 0 && <Text size="sm" c="dimmed">{t.import.noExample}</Text>}
          {pair.examples.map((example, index) => (
            <Text key={index} size="sm" fw={500} dir="auto" ta="start" lineClamp={3} className="dialog-said">{example}</Text>
          ))}
          <Text size="sm" c={pair.answer ? undefined : 'dimmed'} dir="auto" ta="start" lineClamp={3} className="dialog-said">
            {pair.answer || t.import.noAnswer}
          </Text>
        </div>
        <Group gap={6} wrap="nowrap" style={{ flexShrink: 0 }}>
          <Text size="xs" c="dimmed">{t.import.row(pair.row)}</Text>
          <Badge color={colors[pair.state]} variant="light" tt="none">{t.import.states[pair.state]}</Badge>
        </Group>
      </Group>
      {problem && (
        <Text size="sm" c="error" mt={4}>
          <Text span inherit fw={600}>{problem.title}</Text> {problem.detail}
        </Text>
      )}
    </Paper>
  );
}

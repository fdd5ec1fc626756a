import { Badge, Box, Group, Kbd, Text } from '@mantine/core';
import { IconHeadset } from '@tabler/icons-react';
import { useWords } from '../i18n';
import { EmptyState } from '../shared/EmptyState';
import { Skeletons } from '../shared/Loaded';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useNow } from '../shared/useNow';
import { ConnectionBanner } from './ConnectionBanner';
import classes from './DeskPage.module.css';
import { useDesk } from './DeskProvider';
import { DeskRow } from './DeskRow';
import { DeskTools } from './DeskTools';
import type { Section } from './selectors';

interface Props {
  bot: string;
  groups: readonly Section[];
  current: string | null;
}

export function DeskList({ bot, groups, current }: Props) {
  const { t, f } = useWords();
  const joined = useDesk((state) => state.joined[bot] ?? false);
  const problem = useDesk((state) => state.problems[bot]);
  const now = useNow(1_000, groups.some(({ group }) => group === 'waiting'));
  return (
    <section className={classes.list} aria-label={t.desk.list}>
      <DeskTools />
      <ConnectionBanner bot={bot} />
      <div className={classes.scroll}>
        {problem && <Box p="md"><ProblemAlert error={problem} /></Box>}
        {!joined && !problem && <Box p="md"><Skeletons rows={5} /></Box>}
        {joined && groups.length === 0 && <EmptyState icon={IconHeadset} title={t.desk.emptyTitle} text={t.desk.emptyText} />}
        {groups.map(({ group, items }) => (
          <section key={group} aria-label={t.desk.groups[group]}>
            <Group gap="xs" px={14} pt="sm" pb={4}>
              <Text component="h2" size="xs" fw={700} c="dimmed" m={0}>{t.desk.groups[group]}</Text>
              <Badge size="sm" variant={group === 'waiting' ? 'filled' : 'light'} color={group === 'waiting' ? 'orange.9' : 'gray'}>
                {f.number(items.length)}
              </Badge>
            </Group>
            {items.map((item) => <DeskRow key={item.id} item={item} current={item.id === current} now={now} />)}
          </section>
        ))}
      </div>
      <Group gap="sm" px={14} py={6} visibleFrom="sm" c="dimmed" aria-hidden>
        <Text size="xs"><Kbd size="xs">j</Kbd> <Kbd size="xs">k</Kbd> {t.desk.keys.move}</Text>
        <Text size="xs"><Kbd size="xs">t</Kbd> {t.desk.keys.take}</Text>
        <Text size="xs"><Kbd size="xs">Enter</Kbd> {t.desk.keys.send}</Text>
      </Group>
    </section>
  );
}

import { Divider, Stack, Text } from '@mantine/core';
import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { useWords } from '../i18n';
import { useNow } from '../shared/useNow';
import classes from './DeskPage.module.css';
import { useDesk } from './DeskProvider';
import type { Log } from './log';
import { Message } from './Message';
import { OutgoingMessage } from './OutgoingMessage';
import { type Entry, timeline } from './timeline';

interface Props {
  id: string;
  log: Log;
  onUse: ((answer: string) => void) | null;
}

/** Stays at the end while it is at the end, so that reading further up is not disturbed. */
function useStickToEnd(growth: unknown) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    atEnd.current = scrollHeight - scrollTop - clientHeight < 80;
  };
  useLayoutEffect(() => {
    if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [growth]);
  return { ref: box, onScroll };
}

export function Messages({ id, log, onUse }: Props) {
  const { t } = useWords();
  const outbox = useDesk((state) => state.outbox);
  const until = useDesk((state) => state.typing[id] ?? 0);
  const now = useNow(1_000, until > Date.now());
  const entries = useMemo(() => timeline(log.events), [log]);
  const mine = outbox.filter(({ conversation }) => conversation === id);
  const typing = until > Math.max(now.getTime(), 0);
  const end = useStickToEnd(`${log.last}/${mine.length}/${typing}`);
  return (
    <div className={classes.scroll} tabIndex={0} {...end}>
      <Stack role="log" aria-label={t.desk.messages} gap="sm" p="md">
        {entries.map((entry) => <Line key={entry.key} entry={entry} onUse={onUse} />)}
        {mine.map((entry) => <OutgoingMessage key={entry.id} entry={entry} onPutBack={onUse} />)}
      </Stack>
      <Text size="sm" c="dimmed" px="md" pb="sm" role="status" mih={28}>{typing && t.desk.typing}</Text>
    </div>
  );
}

const Line = memo(function Line({ entry, onUse }: { entry: Entry; onUse: Props['onUse'] }) {
  const { t, f } = useWords();
  if (entry.kind === 'day') {
    const today = entry.at.toDateString() === new Date().toDateString();
    return <Text size="xs" c="dimmed" ta="center" fw={600}>{today ? t.desk.today : f.day(entry.at)}</Text>;
  }
  if (entry.kind === 'note') {
    const words = entry.what === 'taken' ? t.desk.events.taken(entry.event.name ?? '') : t.desk.events[entry.what];
    return <Divider labelPosition="center" label={`${words} · ${f.time(new Date(entry.event.at))}`} />;
  }
  return <Message entry={entry} onUse={onUse} />;
});

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
  bot: string;
  id: string;
  log: Log;
  onUse: ((answer: string) => void) | null;
}

/** Stays at the end while it is at the end, so that reading further up is not disturbed; goes there for what was `sent`. */
function useStickToEnd(sent: string | undefined) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    atEnd.current = scrollHeight - scrollTop - clientHeight < 80;
  };
  // By the sizes: a picture takes its place only once it is there, and the composer grows.
  useLayoutEffect(() => {
    const growth = new ResizeObserver(() => {
      if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
    });
    for (const part of [box.current, content.current]) if (part) growth.observe(part);
    return () => growth.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (!sent || !box.current) return;
    atEnd.current = true;
    box.current.scrollTop = box.current.scrollHeight;
  }, [sent]);
  return { box: { ref: box, onScroll }, content };
}

export function Messages({ bot, id, log, onUse }: Props) {
  const { t } = useWords();
  const outbox = useDesk((state) => state.outbox);
  const until = useDesk((state) => state.typing[id] ?? 0);
  const now = useNow(1_000, until > Date.now());
  const entries = useMemo(() => timeline(log.events), [log]);
  const mine = outbox.filter(({ conversation }) => conversation === id);
  const typing = until > Math.max(now.getTime(), 0);
  const { box, content } = useStickToEnd(mine.at(-1)?.id);
  return (
    <div className={classes.scroll} tabIndex={0} {...box}>
      <div ref={content}>
        <Stack role="log" aria-label={t.desk.messages} gap="sm" p="md">
          {entries.map((entry) => <Line key={entry.key} bot={bot} conversation={id} entry={entry} onUse={onUse} />)}
          {mine.map((entry) => <OutgoingMessage key={entry.id} entry={entry} onPutBack={onUse} />)}
        </Stack>
        <Text size="sm" c="dimmed" px="md" pb="sm" role="status" mih={28}>{typing && t.desk.typing}</Text>
      </div>
    </div>
  );
}

interface LineProps {
  bot: string;
  conversation: string;
  entry: Entry;
  onUse: Props['onUse'];
}

const Line = memo(function Line({ bot, conversation, entry, onUse }: LineProps) {
  const { t, f } = useWords();
  if (entry.kind === 'day') {
    const today = entry.at.toDateString() === new Date().toDateString();
    return <Text size="xs" c="dimmed" ta="center" fw={600}>{today ? t.desk.today : f.day(entry.at)}</Text>;
  }
  if (entry.kind === 'note') {
    const words = entry.what === 'taken' ? t.desk.events.taken(entry.event.name ?? '') : t.desk.events[entry.what];
    return <Divider labelPosition="center" label={`${words} · ${f.time(new Date(entry.event.at))}`} />;
  }
  return <Message bot={bot} conversation={conversation} entry={entry} onUse={onUse} />;
});

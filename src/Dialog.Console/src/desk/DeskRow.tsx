import { Group, Indicator, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n';
import { ChannelIcon } from './ChannelIcon';
import classes from './DeskPage.module.css';
import { useDesk } from './DeskProvider';
import { isUnread, isWaiting, nameOf } from './selectors';
import type { DeskItem } from './types';

interface Props {
  item: DeskItem;
  current: boolean;
  now: Date;
}

export function DeskRow({ item, current, now }: Props) {
  const { t, f } = useWords();
  const row = useRef<HTMLAnchorElement>(null);
  const unread = useDesk((state) => !current && item.state === 'agent' && isUnread(state, item));
  useEffect(() => {
    if (current) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [current]);
  const since = item.waitingSince ?? item.updatedAt;
  const when = isWaiting(item)
    ? t.desk.waitingSince(f.clock((now.getTime() - Date.parse(since)) / 1000))
    : f.time(new Date(item.updatedAt));
  return (
    <Link
      ref={row} to={`/bots/${item.bot}/desk/${item.id}`} className={classes.row} aria-current={current} data-conversation={item.id}
      data-state={item.state}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Group gap={6} wrap="nowrap" style={{ minWidth: 0 }}>
          <ChannelIcon channel={item.channel} />
          <Text size="sm" fw={unread || isWaiting(item) ? 700 : 500} truncate><bdi>{t.desk.visitor(nameOf(item))}</bdi></Text>
        </Group>
        <Text size="xs" c={isWaiting(item) ? 'var(--dialog-urgent)' : 'dimmed'} style={{ flexShrink: 0 }}>{when}</Text>
      </Group>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" c="dimmed" truncate dir="auto" ta="start" flex={1}>{item.preview}</Text>
        {unread && <Indicator inline processing={false} size={10} aria-label={t.desk.unread} role="img"><span /></Indicator>}
      </Group>
      {item.agent && item.state === 'agent' && <Text size="xs" c="dimmed" truncate><bdi>{item.agent.name}</bdi></Text>}
    </Link>
  );
}

import { ActionIcon, Box, Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconHandGrab, IconRobot } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n';
import { useUser } from '../session/session';
import { ChannelIcon } from './ChannelIcon';
import { useDeskActions } from './DeskProvider';
import { groupOf, nameOf } from './selectors';
import type { DeskItem } from './types';

interface Props {
  bot: string;
  item: DeskItem | undefined;
  onRun: (change: Promise<void>) => Promise<boolean>;
}

export function ConversationHeader({ bot, item, onRun }: Props) {
  const { t } = useWords();
  const user = useUser();
  const desk = useDeskActions();
  const [busy, setBusy] = useState('');
  const group = item && groupOf(item, user.id);
  const run = (name: string, change: (item: DeskItem) => Promise<void>) => {
    if (!item) return;
    setBusy(name);
    void onRun(change(item)).finally(() => setBusy(''));
  };
  const state = !item || !group ? '' : group === 'others' ? t.desk.states.agent(item.agent?.name ?? '') : t.desk.states[group];
  return (
    <Group justify="space-between" gap="xs" px="md" py={8} style={{ borderBlockEnd: '1px solid var(--mantine-color-default-border)' }}>
      <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
        <ActionIcon component={Link} to={`/bots/${bot}/desk`} variant="subtle" color="gray" size="lg" hiddenFrom="sm" aria-label={t.desk.backToList}>
          <IconArrowLeft size={20} className="dialog-flip" />
        </ActionIcon>
        <Box style={{ minWidth: 0 }}>
          <Group gap={8} wrap="nowrap">
            {item && <ChannelIcon channel={item.channel} size={22} />}
            <Text fw={650} truncate><bdi>{item ? t.desk.visitor(nameOf(item)) : ''}</bdi></Text>
            {item?.person?.username && <Text size="sm" c="dimmed" truncate><span className="dialog-latin">{`@${item.person.username}`}</span></Text>}
          </Group>
          <Text size="xs" c={group === 'waiting' ? 'var(--dialog-urgent)' : 'dimmed'} role="status">{state}</Text>
        </Box>
      </Group>
      <Group gap="xs" ms="auto">
        {(group === 'waiting' || group === 'bot') && (
          <Button size="sm" leftSection={<IconHandGrab size={18} aria-hidden />} loading={busy === 'take'} onClick={() => run('take', desk.take)}>{t.desk.take}</Button>
        )}
        {group === 'mine' && (
          <Button size="sm" variant="default" leftSection={<IconRobot size={18} aria-hidden />} loading={busy === 'return'} onClick={() => run('return', desk.handBack)}>
            {t.desk.handBack}
          </Button>
        )}
        {(group === 'mine' || group === 'waiting') && (
          <Button size="sm" variant="default" leftSection={<IconCheck size={18} aria-hidden />} loading={busy === 'close'} onClick={() => run('close', desk.close)}>
            {t.desk.closeIt}
          </Button>
        )}
      </Group>
    </Group>
  );
}

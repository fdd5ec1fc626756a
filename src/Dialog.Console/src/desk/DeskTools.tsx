import { ActionIcon, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconBellPlus, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useState, useSyncExternalStore } from 'react';
import { useWords } from '../i18n';
import { sound } from './sound';

const permissionNow = () => (typeof Notification === 'undefined' ? 'unsupported' : Notification.permission);

export function DeskTools() {
  const { t } = useWords();
  const on = useSyncExternalStore(sound.subscribe, () => sound.on);
  const locked = useSyncExternalStore(sound.subscribe, () => sound.on && sound.locked);
  const [permission, setPermission] = useState(permissionNow);
  const ask = () => void Notification.requestPermission().then(setPermission);
  const label = on ? t.desk.soundOn : t.desk.soundOff;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" px={14} py={8}>
        <Title order={1} size="h4">{t.desk.title}</Title>
        <Group gap={4} wrap="nowrap">
          {permission === 'default' && (
            <Tooltip label={t.desk.notify}>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.desk.notify} onClick={ask}><IconBellPlus size={20} /></ActionIcon>
            </Tooltip>
          )}
          <Tooltip label={label}>
            <ActionIcon
              variant="subtle" color="gray" size="lg" role="switch" aria-checked={on} aria-label={t.desk.sound} onClick={() => sound.set(!on)}
            >
              {on ? <IconVolume size={20} className="dialog-flip" /> : <IconVolumeOff size={20} className="dialog-flip" />}
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {locked && <Text size="xs" c="dimmed" px={14} pb={6}>{t.desk.soundLocked}</Text>}
    </>
  );
}

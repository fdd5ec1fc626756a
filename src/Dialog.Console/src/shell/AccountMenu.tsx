import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconLogout, IconPencil, IconRobot, IconUser } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client';
import { useWords } from '../i18n';
import { useSessionChange, useUser } from '../session/session';

export function AccountMenu() {
  const { t } = useWords();
  const user = useUser();
  const change = useSessionChange();
  const navigate = useNavigate();
  const signOut = async () => {
    await api.signOut().catch(() => undefined);
    change.forget();
    await change.refresh();
    await navigate('/signin', { replace: true });
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" radius="xl" aria-label={t.app.account}><IconUser size={18} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} dir="auto">{user.name}</Text>
          <Text size="xs" className="dialog-latin" ta="start">{user.email}</Text>
        </Menu.Label>
        <Menu.Item component={Link} to="/" leftSection={<IconRobot size={16} />}>{t.app.allBots}</Menu.Item>
        <Menu.Item component={Link} to="/account" leftSection={<IconPencil size={16} />}>{t.settings.you}</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} className="dialog-flip" />} onClick={() => void signOut()}>
          {t.app.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

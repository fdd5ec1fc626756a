import { Badge, Burger, Group, Image, Text, UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import { consoleBase } from '../base';
import { useDesk } from '../desk/DeskProvider';
import { longestWaiting, waitingCount } from '../desk/selectors';
import { useWords } from '../i18n';
import { LanguageSwitch } from '../shared/LanguageSwitch';
import { AccountMenu } from './AccountMenu';

interface Props {
  menu?: { opened: boolean; toggle: () => void };
}

export function Header({ menu }: Props) {
  const { t, f } = useWords();
  const waiting = useDesk(waitingCount);
  const first = useDesk(longestWaiting);
  return (
    <Group h="100%" justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap">
        {menu && <Burger opened={menu.opened} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={t.app.menu} />}
        <UnstyledButton component={Link} to="/" aria-label={`${t.app.name} · ${t.app.allBots}`}>
          <Group gap="xs" wrap="nowrap">
            <Image src={new URL('favicon.svg', consoleBase).href} w={28} h={28} alt="" />
            <Text fw={700} visibleFrom="xs">{t.app.name}</Text>
          </Group>
        </UnstyledButton>
      </Group>
      <Group gap="sm" wrap="nowrap">
        {first && (
          <Badge
            component={Link} to={`/bots/${first.bot}/desk`} color="orange.9" variant="filled" size="lg"
            aria-label={t.app.waiting(waiting)} style={{ cursor: 'pointer', textTransform: 'none' }}
          >
            <Text span inherit visibleFrom="sm">{t.app.waiting(waiting)}</Text>
            <Text span inherit hiddenFrom="sm">{f.number(waiting)}</Text>
          </Badge>
        )}
        <LanguageSwitch />
        <AccountMenu />
      </Group>
    </Group>
  );
}

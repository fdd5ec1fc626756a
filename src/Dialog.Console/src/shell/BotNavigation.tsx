import { Badge, Divider, NavLink, ScrollArea, Text } from '@mantine/core';
import { IconBook2, IconCode, IconHeadset, IconMessageQuestion, IconMessages, IconRobot, IconSettings, IconUsers } from '@tabler/icons-react';
import { NavLink as RouterLink, useLocation } from 'react-router';
import type { BotSummary } from '../api/types';
import { useDesk } from '../desk/DeskProvider';
import { waitingOf } from '../desk/selectors';
import { useWords } from '../i18n';

const pages = [
  ['desk', IconHeadset], ['knowledge', IconBook2], ['try', IconMessageQuestion],
  ['install', IconCode], ['messengers', IconMessages], ['team', IconUsers], ['settings', IconSettings],
] as const;

/** Agents only have the desk. */
const pagesOf = (bot: BotSummary) => pages.filter(([page]) => bot.role === 'owner' || page === 'desk');

export function BotNavigation({ bot }: { bot: BotSummary }) {
  const { t, f } = useWords();
  const { pathname } = useLocation();
  const waiting = useDesk((state) => waitingOf(state, bot.id)) ?? bot.waiting;
  const badge = waiting > 0 && (
    <Badge color="orange.9" variant="filled" aria-label={t.app.waiting(waiting)}>{f.number(waiting)}</Badge>
  );
  return (
    <ScrollArea component="nav" aria-label={bot.name}>
      <Text fw={650} px="sm" py="xs" truncate><bdi>{bot.name}</bdi></Text>
      {pagesOf(bot).map(([page, Icon]) => {
        const to = `/bots/${bot.id}/${page}`;
        return (
          <NavLink
            key={page} component={RouterLink} to={to} active={pathname.startsWith(to)} label={t.app.pages[page]}
            leftSection={<Icon size={20} stroke={1.6} aria-hidden />} rightSection={page === 'desk' ? badge : undefined}
            style={{ borderRadius: 'var(--mantine-radius-md)' }} mih={44}
          />
        );
      })}
      <Divider my="sm" />
      <NavLink component={RouterLink} to="/" end label={t.app.allBots} leftSection={<IconRobot size={20} stroke={1.6} aria-hidden />} mih={44} />
    </ScrollArea>
  );
}

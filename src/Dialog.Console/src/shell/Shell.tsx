import { AppShell } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { Outlet, useLocation, useParams } from 'react-router';
import { useWords } from '../i18n';
import { useBotSummary } from '../session/session';
import { BotNavigation } from './BotNavigation';
import { Header } from './Header';

export function Shell() {
  const { t } = useWords();
  const { bot: id } = useParams();
  const bot = useBotSummary(id);
  const { pathname } = useLocation();
  const [opened, { toggle, close }] = useDisclosure();
  useEffect(() => close(), [pathname]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={bot && { width: 224, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', sm: 'lg' }}
    >
      <a className="dialog-skip" href="#content" onClick={skip}>{t.app.skip}</a>
      <AppShell.Header px="md"><Header menu={bot && { opened, toggle }} /></AppShell.Header>
      {bot && <AppShell.Navbar p="sm"><BotNavigation bot={bot} /></AppShell.Navbar>}
      <AppShell.Main id="content" tabIndex={-1}><Outlet /></AppShell.Main>
    </AppShell>
  );
}

// With a <base href> a plain fragment would leave the page.
function skip(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

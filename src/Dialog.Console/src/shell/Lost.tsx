import { Button, Center } from '@mantine/core';
import { IconCompass, IconMoodConfuzed } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWords } from '../i18n';
import { EmptyState } from '../shared/EmptyState';

export function Lost() {
  const { t } = useWords();
  return (
    <EmptyState page icon={IconCompass} title={t.app.lostTitle} text={t.app.lostText}>
      <Button component={Link} to="/">{t.app.lostBack}</Button>
    </EmptyState>
  );
}

/** Also met when a page's file is gone after an update of the server: loading again brings the new one. */
export function Crash() {
  const { t } = useWords();
  return (
    <Center mih="100%">
      <EmptyState page icon={IconMoodConfuzed} title={t.app.crashTitle} text={t.app.crashText}>
        <Button onClick={() => window.location.reload()}>{t.app.reload}</Button>
      </EmptyState>
    </Center>
  );
}

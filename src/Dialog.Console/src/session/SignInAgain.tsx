import { Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Session } from '../api/types';
import { useWords } from '../i18n';
import { AccountForm } from './AccountForm';
import { signInGate } from './gate';
import { sessionQuery } from './session';

/** Stands over the page when the session has ended; what was under way goes on afterwards. */
export function SignInAgain() {
  const { t } = useWords();
  const queries = useQueryClient();
  const open = useSyncExternalStore(signInGate.subscribe, () => signInGate.open);
  const before = queries.getQueryData(sessionQuery.queryKey)?.user;
  const done = (session: Session) => {
    // Somebody else's page must not go on with this person's work.
    if (before && session.user?.id !== before.id) return window.location.reload();
    queries.setQueryData(sessionQuery.queryKey, session);
    signInGate.signedIn();
  };
  return (
    <Modal
      opened={open} onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false}
      title={t.session.again} centered zIndex={1000}
    >
      <Stack>
        <Text size="sm">{t.session.againText}</Text>
        <AccountForm kind="signIn" email={before?.email} onDone={done} />
      </Stack>
    </Modal>
  );
}

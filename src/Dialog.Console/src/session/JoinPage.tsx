import { Anchor, Button, Stack, Tabs, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import type { Session } from '../api/types';
import { useWords } from '../i18n';
import { Loaded } from '../shared/Loaded';
import { ProblemAlert } from '../shared/ProblemAlert';
import { usePageTitle } from '../shared/usePageTitle';
import { AccountForm } from './AccountForm';
import { EntranceFrame } from './EntranceFrame';
import { useSession, useSessionChange } from './session';

export function JoinPage() {
  const { t } = useWords();
  const { token = '' } = useParams();
  const invitation = useQuery({ queryKey: ['invitations', token], queryFn: () => api.invitation(token), staleTime: Infinity });
  usePageTitle(t.session.joinTitle(invitation.data?.bot ?? '…'));
  if (invitation.error instanceof Problem && invitation.error.type === 'dialog:not-found') return <Gone />;
  return (
    <EntranceFrame>
      <Loaded query={invitation} rows={3}>
        {({ bot, role, invitedBy }) => (
          <Stack>
            <Title order={1} size="h3">{t.session.joinTitle(bot)}</Title>
            <Text>{t.session.joinText(invitedBy, t.app.roles[role])}</Text>
            <Text size="sm" c="dimmed">{t.app.rolesExplained[role]}</Text>
            <Entrance token={token} />
          </Stack>
        )}
      </Loaded>
    </EntranceFrame>
  );
}

/** Used, expired or mistyped: all the same from outside, but there is something to do. */
function Gone() {
  const { t } = useWords();
  return (
    <EntranceFrame>
      <Stack role="alert">
        <Title order={1} size="h3">{t.session.joinGone}</Title>
        <Text>{t.session.joinGoneText}</Text>
        <Anchor component={Link} to="/">{t.session.signIn}</Anchor>
      </Stack>
    </EntranceFrame>
  );
}

function Entrance({ token }: { token: string }) {
  const { t } = useWords();
  const { user } = useSession();
  const change = useSessionChange();
  const navigate = useNavigate();
  const join = useMutation({
    mutationFn: () => api.acceptInvitation(token),
    onSuccess: async ({ botId }) => {
      await change.refresh();
      await navigate(`/bots/${botId}`, { replace: true });
    },
  });
  const joinAs = (session: Session) => {
    change.set(session);
    join.mutate();
  };
  // A new account is made with the invitation and has joined by it.
  const joined = (session: Session) => {
    change.set(session);
    void navigate('/', { replace: true });
  };
  if (user) {
    return (
      <Stack>
        <ProblemAlert error={join.error} />
        <Button onClick={() => join.mutate()} loading={join.isPending}>{t.session.joinAs(user.name)}</Button>
      </Stack>
    );
  }
  return (
    <Tabs defaultValue="new" keepMounted={false}>
      <Tabs.List grow mb="md">
        <Tabs.Tab value="new">{t.session.joinNew}</Tabs.Tab>
        <Tabs.Tab value="known">{t.session.joinKnown}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="new"><AccountForm kind="signUp" invitation={token} onDone={joined} /></Tabs.Panel>
      <Tabs.Panel value="known"><AccountForm kind="signIn" onDone={joinAs} /></Tabs.Panel>
    </Tabs>
  );
}

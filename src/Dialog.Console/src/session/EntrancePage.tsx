import { Anchor, Group, Text, Title } from '@mantine/core';
import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { useWords } from '../i18n';
import { usePageTitle } from '../shared/usePageTitle';
import { AccountForm } from './AccountForm';
import { EntranceFrame } from './EntranceFrame';
import { useSession, useSessionChange } from './session';

interface Props {
  kind: 'signIn' | 'signUp';
}

function cameFrom(state: unknown): string {
  const from = (state as { from?: unknown } | null)?.from;
  return typeof from === 'string' ? from : '/';
}

function EntrancePage({ kind }: Props) {
  const { t } = useWords();
  const { user } = useSession();
  const change = useSessionChange();
  const location = useLocation();
  const navigate = useNavigate();
  const isNew = kind === 'signUp';
  usePageTitle(isNew ? t.session.signUpTitle : t.session.signInTitle);
  if (user) return <Navigate to={cameFrom(location.state)} replace />;
  return (
    <EntranceFrame>
      <Title order={1} size="h3" mb="md">{isNew ? t.session.signUpTitle : t.session.signInTitle}</Title>
      <AccountForm
        kind={kind}
        onDone={(session) => {
          change.set(session);
          void navigate(cameFrom(location.state), { replace: true });
        }}
      />
      <Group gap={6} justify="center" mt="lg">
        <Text size="sm" c="dimmed">{isNew ? t.session.haveAccount : t.session.noAccount}</Text>
        <Anchor component={Link} to={isNew ? '/signin' : '/signup'} state={location.state} size="sm">
          {isNew ? t.session.signIn : t.session.signUp}
        </Anchor>
      </Group>
    </EntranceFrame>
  );
}

export const SignInPage = () => <EntrancePage kind="signIn" key="signIn" />;
export const SignUpPage = () => <EntrancePage kind="signUp" key="signUp" />;

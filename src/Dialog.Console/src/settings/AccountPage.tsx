import { Container, Title } from '@mantine/core';
import { useWords } from '../i18n';
import { usePageTitle } from '../shared/usePageTitle';
import { OwnSettings } from './OwnSettings';

/** For everybody: agents, who have no settings of a bot, change their name here. */
export function AccountPage() {
  const { t } = useWords();
  usePageTitle(t.app.account);
  return (
    <Container size={480} px={0}>
      <Title order={1} size="h2" mb="lg">{t.app.account}</Title>
      <OwnSettings />
    </Container>
  );
}

import { Container, Stack, Title } from '@mantine/core';
import { useBotDetails } from '../bots/useBotDetails';
import { useWords } from '../i18n';
import { useBot } from '../shell/BotFrame';
import { Loaded } from '../shared/Loaded';
import { usePageTitle } from '../shared/usePageTitle';
import { BotSettings } from './BotSettings';
import { OwnSettings } from './OwnSettings';

export function SettingsPage() {
  const { t } = useWords();
  const bot = useBot();
  const details = useBotDetails(bot.id);
  usePageTitle(`${t.settings.title} · ${bot.name}`);
  return (
    <Container size="sm" px={0}>
      <Stack gap="lg">
        <Title order={1} size="h2">{t.settings.title}</Title>
        <Loaded query={details}>{(data) => <BotSettings bot={data} />}</Loaded>
        <OwnSettings />
      </Stack>
    </Container>
  );
}

import { Container, Stack, Text, Title } from '@mantine/core';
import { DigestCard } from '../digest/DigestCard';
import { useWords } from '../i18n';
import { useBot } from '../shell/BotFrame';
import { Loaded } from '../shared/Loaded';
import { usePageTitle } from '../shared/usePageTitle';
import { MessengerCard } from './MessengerCard';
import { providerOrder } from './providers';
import { useChannels } from './useChannels';

export function MessengersPage() {
  const { t } = useWords();
  const bot = useBot();
  const channels = useChannels(bot.id);
  usePageTitle(`${t.messengers.title} · ${bot.name}`);
  return (
    <Container size="sm" px={0}>
      <Stack gap="lg">
        <div>
          <Title order={1} size="h2">{t.messengers.title}</Title>
          <Text c="dimmed">{t.messengers.text}</Text>
        </div>
        <Loaded query={channels} rows={3}>
          {(list) => providerOrder.map((provider) => (
            <MessengerCard key={provider} bot={bot.id} provider={provider} channel={list.find((one) => one.provider === provider)} />
          ))}
        </Loaded>
        {channels.data && <DigestCard bot={bot.id} />}
      </Stack>
    </Container>
  );
}

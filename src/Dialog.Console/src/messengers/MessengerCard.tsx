import { Badge, Group, Paper, Stack, ThemeIcon, Title } from '@mantine/core';
import type { Channel, Provider } from '../api/types';
import { useWords } from '../i18n';
import { ConnectedChannel } from './ConnectedChannel';
import { ConnectForm } from './ConnectForm';
import { OnSwitch } from './OnSwitch';
import { providers } from './providers';

interface Props {
  bot: string;
  provider: Provider;
  channel: Channel | undefined;
}

export function MessengerCard({ bot, provider, channel }: Props) {
  const { t } = useWords();
  const { Icon, color } = providers[provider];
  return (
    <Paper component="section" aria-label={t.messengers.names[provider]} withBorder p={{ base: 'md', sm: 'lg' }} radius="lg">
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <ThemeIcon variant="light" color={color} size={34} radius="xl" aria-hidden><Icon size={20} stroke={1.7} /></ThemeIcon>
            <Title order={2} size="h4">{t.messengers.names[provider]}</Title>
          </Group>
          {channel ? <OnSwitch bot={bot} channel={channel} /> : <Badge variant="light" color="gray" tt="none">{t.messengers.notConnected}</Badge>}
        </Group>
        {channel ? <ConnectedChannel key={channel.id} bot={bot} channel={channel} /> : <ConnectForm bot={bot} provider={provider} />}
      </Stack>
    </Paper>
  );
}

import { Avatar, Button, Collapse, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconExternalLink, IconRobot } from '@tabler/icons-react';
import { api } from '../api/client';
import type { Channel } from '../api/types';
import { useWords } from '../i18n';
import { CopyButton } from '../shared/CopyButton';
import { ChannelSettings } from './ChannelSettings';
import { ChannelState } from './ChannelState';
import { MoreButton } from './MoreButton';

interface Props {
  bot: string;
  channel: Channel;
}

export function ConnectedChannel({ bot, channel }: Props) {
  const { t } = useWords();
  const [open, { toggle }] = useDisclosure();
  return (
    <Stack gap="md">
      <Identity bot={bot} channel={channel} />
      <ChannelState bot={bot} channel={channel} />
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t.messengers.link} value={channel.link} readOnly flex="1 1 14rem" styles={{ input: { direction: 'ltr' } }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group gap="xs" align="flex-start">
          <CopyButton text={channel.link} label={t.messengers.copyLink} variant="default" />
          <Button
            component="a" href={channel.link} target="_blank" rel="noreferrer" variant="default"
            rightSection={<IconExternalLink size={16} aria-hidden />}
          >
            {t.messengers.open}
          </Button>
        </Group>
      </Group>
      <MoreButton label={t.messengers.settings} open={open} onToggle={toggle} />
      <Collapse expanded={open}><ChannelSettings bot={bot} channel={channel} /></Collapse>
    </Stack>
  );
}

/** As visitors see the bot at the messenger. */
function Identity({ bot, channel }: Props) {
  return (
    <Group gap="sm" wrap="nowrap">
      <Avatar src={channel.hasPicture ? api.channelPicture(bot, channel.id).href : null} alt="" size={52} radius="xl">
        <IconRobot size={26} stroke={1.5} aria-hidden />
      </Avatar>
      <div style={{ minWidth: 0 }}>
        <Text fw={650} style={{ overflowWrap: 'anywhere' }}><bdi>{channel.name}</bdi></Text>
        <Text size="sm" c="dimmed" truncate><span className="dialog-latin">{`@${channel.username}`}</span></Text>
      </div>
    </Group>
  );
}

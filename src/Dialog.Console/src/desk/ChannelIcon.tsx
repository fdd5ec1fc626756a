import { ThemeIcon } from '@mantine/core';
import { IconWorld } from '@tabler/icons-react';
import { useWords } from '../i18n';
import { providers } from '../messengers/providers';

const looks = { ...providers, web: { Icon: IconWorld, color: 'gray' } } as const;

const isKnown = (channel: string): channel is keyof typeof looks => channel in looks;

/** Where a visitor writes. */
export function ChannelIcon({ channel, size = 20 }: { channel: string; size?: number }) {
  const { t } = useWords();
  const known = isKnown(channel) ? channel : 'web';
  const { Icon, color } = looks[known];
  const name = t.messengers.via[known];
  return (
    <ThemeIcon variant="light" color={color} size={size} radius="xl" role="img" aria-label={name} title={name}>
      <Icon size={size * 0.65} stroke={1.8} aria-hidden />
    </ThemeIcon>
  );
}

import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  icon: Icon;
  title: string;
  text: string;
  /** It is the whole page, so its title is the page's. */
  page?: boolean;
  children?: ReactNode;
}

export function EmptyState({ icon: Picture, title, text, page = false, children }: Props) {
  return (
    <Stack align="center" gap="sm" py="xl" px="md" ta="center">
      <ThemeIcon size={64} radius="xl" variant="light" aria-hidden><Picture size={32} stroke={1.5} /></ThemeIcon>
      <Title order={page ? 1 : 2} size="h3">{title}</Title>
      <Text c="dimmed" maw={460}>{text}</Text>
      {children}
    </Stack>
  );
}

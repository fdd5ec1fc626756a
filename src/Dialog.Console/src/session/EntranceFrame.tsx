import { Center, Group, Image, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { consoleBase } from '../base';
import { useWords } from '../i18n';
import { LanguageSwitch } from '../shared/LanguageSwitch';

/** The frame of everything before the sign-in. */
export function EntranceFrame({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <Center component="main" mih="100%" p="md">
      <Stack w="100%" maw={420} gap="lg">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Image src={new URL('favicon.svg', consoleBase).href} w={32} h={32} alt="" />
            <Text fw={700} size="lg">{t.app.name}</Text>
          </Group>
          <LanguageSwitch />
        </Group>
        <Text c="dimmed">{t.session.welcome}</Text>
        <Paper withBorder p={{ base: 'md', sm: 'xl' }} radius="lg" shadow="xs">{children}</Paper>
      </Stack>
    </Center>
  );
}

import { Anchor, Box, Button, Code, Container, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconExternalLink, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { productBase } from '../base';
import { useBotDetails } from '../bots/useBotDetails';
import { useWords } from '../i18n';
import { useBot } from '../shell/BotFrame';
import { CopyButton } from '../shared/CopyButton';
import { Loaded } from '../shared/Loaded';
import { usePageTitle } from '../shared/usePageTitle';

export const snippetFor = (base: URL, key: string) =>
  `<script async src="${new URL('widget.js', base).href}" data-bot="${key}"></script>`;

export function InstallPage() {
  const { t } = useWords();
  const bot = useBot();
  const details = useBotDetails(bot.id);
  usePageTitle(`${t.install.title} · ${bot.name}`);
  return (
    <Container size="sm" px={0}>
      <Stack gap="lg">
        <Title order={1} size="h2">{t.install.title}</Title>
        <Loaded query={details}>{({ key }) => <><Snippet text={snippetFor(productBase, key)} /><Preview botKey={key} /></>}</Loaded>
      </Stack>
    </Container>
  );
}

function Snippet({ text }: { text: string }) {
  const { t } = useWords();
  return (
    <>
      <Paper withBorder p="md" radius="lg">
        <Stack gap="sm">
          <Code block dir="ltr" ta="left" role="group" aria-label={t.install.snippet} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'all' }}>
            {text}
          </Code>
          <Group justify="flex-end"><CopyButton text={text} label={t.install.copy} /></Group>
        </Stack>
      </Paper>
      <List type="ordered" spacing="xs">{t.install.steps.map((step) => <List.Item key={step}>{step}</List.Item>)}</List>
    </>
  );
}

function Preview({ botKey }: { botKey: string }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  const panel = new URL('widget/panel', productBase);
  panel.searchParams.set('bot', botKey);
  return (
    <Paper withBorder p="md" radius="lg">
      <Stack gap="sm">
        <Title order={2} size="h4">{t.install.previewTitle}</Title>
        <Text size="sm" c="dimmed">{t.install.previewText}</Text>
        <Group>
          {!shown && <Button variant="default" leftSection={<IconEye size={18} />} onClick={() => setShown(true)}>{t.install.preview}</Button>}
          <Anchor href={panel.href} target="_blank" rel="noreferrer" size="sm">
            <Group gap={4}>{t.install.openTab}<IconExternalLink size={14} aria-hidden /></Group>
          </Anchor>
        </Group>
        {shown && (
          <Box
            component="iframe" src={panel.href} title={t.install.previewFrame} w="100%" maw={400} h={560}
            style={{ border: '1px solid var(--mantine-color-default-border)', borderRadius: 'var(--mantine-radius-lg)' }}
          />
        )}
      </Stack>
    </Paper>
  );
}

import { Button, Container, Group, Input, Paper, SegmentedControl, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client';
import type { Language } from '../api/types';
import { useWords } from '../i18n';
import { useSessionChange } from '../session/session';
import { byText } from '../shared/byText';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useDraft } from '../shared/useDraft';
import { usePageTitle } from '../shared/usePageTitle';

export function NewBotPage() {
  const { t, language: own } = useWords();
  const name = useDraft('dialog.draft.bot');
  const [language, setLanguage] = useState<Language>(own);
  const [missing, setMissing] = useState(false);
  const { refresh } = useSessionChange();
  const navigate = useNavigate();
  usePageTitle(t.bots.createFirst);
  const create = useMutation({
    mutationFn: () => api.createBot(name.text.trim(), language),
    onSuccess: async (bot) => {
      name.set('');
      await refresh();
      await navigate(`/bots/${bot.id}/knowledge`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!name.text.trim());
    if (name.text.trim()) create.mutate();
  };
  return (
    <Container size={480} px={0}>
      <Title order={1} size="h2" mb="lg">{t.bots.createFirst}</Title>
      <Paper component="form" noValidate onSubmit={submit} withBorder p={{ base: 'md', sm: 'xl' }} radius="lg">
        <Stack>
          <ProblemAlert error={create.error} />
          <TextInput
            label={t.bots.name} description={t.bots.nameHint} placeholder={t.bots.namePlaceholder} data-autofocus
            {...byText(name.text)} value={name.text} maxLength={120} error={missing && !name.text.trim() ? t.session.missing : null}
            onChange={(event) => name.set(event.currentTarget.value)}
          />
          <Input.Wrapper label={t.bots.language} labelElement="div">
            <SegmentedControl
              fullWidth mt={4} aria-label={t.bots.language} value={language}
              onChange={(value) => setLanguage(value === 'fa' ? 'fa' : 'en')}
              data={[{ value: 'fa', label: t.app.languages.fa }, { value: 'en', label: t.app.languages.en }]}
            />
          </Input.Wrapper>
          <Group justify="flex-end" mt="sm">
            <Button component={Link} to="/" variant="default">{t.app.cancel}</Button>
            <Button type="submit" loading={create.isPending}>{t.bots.create}</Button>
          </Group>
        </Stack>
      </Paper>
    </Container>
  );
}

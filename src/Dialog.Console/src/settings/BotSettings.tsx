import { Button, Group, Paper, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client';
import type { Bot } from '../api/types';
import { botKey } from '../bots/useBotDetails';
import { useWords } from '../i18n';
import { useSessionChange } from '../session/session';
import { byText } from '../shared/byText';
import { ProblemAlert } from '../shared/ProblemAlert';
import { CareSlider } from './CareSlider';

export function BotSettings({ bot }: { bot: Bot }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const { refresh } = useSessionChange();
  const [values, setValues] = useState({ name: bot.name, greeting: bot.greeting, wrongShare: bot.wrongShare });
  const nameless = !values.name.trim();
  const save = useMutation({
    mutationFn: () => api.changeBot(bot.id, values),
    onSuccess: async (saved) => {
      queries.setQueryData(botKey(bot.id), saved);
      notifications.show({ message: t.app.saved });
      await refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!nameless) save.mutate();
  };
  return (
    <Paper component="form" noValidate onSubmit={submit} withBorder p={{ base: 'md', sm: 'lg' }} radius="lg">
      <Stack gap="lg">
        <Title order={2} size="h4">{t.settings.bot}</Title>
        <TextInput
          label={t.settings.name} {...byText(values.name)} value={values.name} maxLength={120} error={nameless ? t.settings.needName : null}
          onChange={(event) => setValues({ ...values, name: event.currentTarget.value })}
        />
        <Textarea
          label={t.settings.greeting} description={t.settings.greetingHint} {...byText(values.greeting)} autosize minRows={2} maxRows={8} maxLength={500}
          value={values.greeting} onChange={(event) => setValues({ ...values, greeting: event.currentTarget.value })}
        />
        <CareSlider value={values.wrongShare} onChange={(wrongShare) => setValues({ ...values, wrongShare })} />
        <ProblemAlert error={save.error} />
        <Group justify="flex-end"><Button type="submit" loading={save.isPending}>{t.app.save}</Button></Group>
      </Stack>
    </Paper>
  );
}

import { Button, Group, Paper, Stack, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client';
import { useWords } from '../i18n';
import { useSessionChange, useUser } from '../session/session';
import { byText } from '../shared/byText';
import { ProblemAlert } from '../shared/ProblemAlert';

export function OwnSettings() {
  const { t } = useWords();
  const user = useUser();
  const { refresh } = useSessionChange();
  const [name, setName] = useState(user.name);
  const nameless = !name.trim();
  const save = useMutation({
    mutationFn: () => api.changeAccount({ name: name.trim() }),
    onSuccess: async () => {
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
        <Title order={2} size="h4">{t.settings.you}</Title>
        <TextInput
          label={t.settings.displayName} {...byText(name)} value={name} maxLength={120} error={nameless ? t.settings.needName : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ProblemAlert error={save.error} />
        <Group justify="flex-end"><Button type="submit" loading={save.isPending}>{t.app.save}</Button></Group>
      </Stack>
    </Paper>
  );
}

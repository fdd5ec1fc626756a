import { Button, Group, Paper, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import type { Role } from '../api/types';
import { useWords } from '../i18n';
import { CopyButton } from '../shared/CopyButton';
import { ProblemAlert } from '../shared/ProblemAlert';

export function InviteCard({ bot }: { bot: string }) {
  const { t, f } = useWords();
  const [role, setRole] = useState<Role>('agent');
  const invite = useMutation({ mutationFn: () => api.invite(bot, role) });
  const choose = (value: string) => {
    setRole(value === 'owner' ? 'owner' : 'agent');
    invite.reset();
  };
  return (
    <Paper withBorder p="md" radius="lg">
      <Stack gap="sm">
        <Title order={2} size="h4">{t.team.invite}</Title>
        <Group justify="space-between" gap="sm">
          <SegmentedControl
            aria-label={t.team.inviteRole} value={role} onChange={choose}
            data={[{ value: 'agent', label: t.app.roles.agent }, { value: 'owner', label: t.app.roles.owner }]}
          />
          <Button loading={invite.isPending} onClick={() => invite.mutate()}>{t.team.makeLink}</Button>
        </Group>
        <Text size="sm" c="dimmed">{t.app.rolesExplained[role]}</Text>
        <ProblemAlert error={invite.error} />
        {invite.data && (
          <Stack gap="xs">
            <TextInput
              label={t.team.link} description={t.team.linkText(f.date(new Date(invite.data.expiresAt)))} readOnly
              value={new URL(invite.data.url, document.baseURI).href} styles={{ input: { direction: 'ltr' } }}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Group justify="flex-end"><CopyButton text={new URL(invite.data.url, document.baseURI).href} label={t.team.copy} /></Group>
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}

import { Badge, Button, Container, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Member } from '../api/types';
import { useWords } from '../i18n';
import { useUser } from '../session/session';
import { useBot } from '../shell/BotFrame';
import { Loaded } from '../shared/Loaded';
import { ProblemAlert } from '../shared/ProblemAlert';
import { usePageTitle } from '../shared/usePageTitle';
import { InviteCard } from './InviteCard';

export function TeamPage() {
  const { t } = useWords();
  const bot = useBot();
  const user = useUser();
  const queries = useQueryClient();
  const key = ['bots', bot.id, 'members'];
  const members = useQuery({ queryKey: key, queryFn: () => api.members(bot.id) });
  usePageTitle(`${t.team.title} · ${bot.name}`);
  const remove = useMutation({
    mutationFn: (member: Member) => api.removeMember(bot.id, member.id),
    onSuccess: async (_, { name }) => {
      notifications.show({ message: t.team.removed(name) });
      await queries.invalidateQueries({ queryKey: key });
    },
  });
  const ask = (member: Member) => modals.openConfirmModal({
    title: t.team.removeTitle(member.name),
    children: t.team.removeText,
    labels: { confirm: t.team.remove, cancel: t.app.cancel },
    confirmProps: { color: 'red.9' },
    onConfirm: () => remove.mutate(member),
  });
  return (
    <Container size="sm" px={0}>
      <Stack gap="lg">
        <div>
          <Title order={1} size="h2">{t.team.title}</Title>
          <Text c="dimmed">{t.team.text}</Text>
        </div>
        <InviteCard bot={bot.id} />
        <ProblemAlert error={remove.error} />
        <Loaded query={members} rows={3}>
          {(list) => (
            <Stack component="ul" aria-label={t.team.members} gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
              {list.map((member) => <MemberRow key={member.id} member={member} own={member.id === user.id} onRemove={ask} />)}
              {list.length === 1 && <Text component="li" size="sm" c="dimmed">{t.team.alone}</Text>}
            </Stack>
          )}
        </Loaded>
      </Stack>
    </Container>
  );
}

function MemberRow({ member, own, onRemove }: { member: Member; own: boolean; onRemove: (member: Member) => void }) {
  const { t } = useWords();
  return (
    <Paper component="li" withBorder p="md" radius="md">
      <Group justify="space-between" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Text fw={600}><bdi>{member.name}</bdi>{own && <Text span c="dimmed" fw={400}>{` (${t.team.you})`}</Text>}</Text>
          <Text size="sm" c="dimmed" className="dialog-latin" ta="start" style={{ overflowWrap: 'anywhere' }}>{member.email}</Text>
        </div>
        <Group gap="sm">
          <Badge variant="light" tt="none">{t.app.roles[member.role]}</Badge>
          {!own && (
            <Button size="compact-sm" variant="subtle" color="red" aria-label={t.team.removeOf(member.name)} onClick={() => onRemove(member)}>
              {t.team.remove}
            </Button>
          )}
        </Group>
      </Group>
    </Paper>
  );
}

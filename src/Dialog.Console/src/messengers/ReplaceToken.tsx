import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import type { Channel } from '../api/types';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import { placeOf } from './channelForm';
import { TokenField } from './TokenField';
import { useChannelChange } from './useChannelChange';

export function ReplaceToken({ bot, channel }: { bot: string; channel: Channel }) {
  const { t } = useWords();
  const [token, setToken] = useState('');
  const [missing, setMissing] = useState(false);
  const change = useChannelChange(bot, channel, () => {
    setToken('');
    notifications.show({ message: t.messengers.tokenReplaced });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!token.trim());
    if (token.trim()) change.mutate({ token: token.trim() });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="xs">
        <TokenField
          label={t.messengers.newToken} hint={t.messengers.newTokenHint} value={token} missing={missing} error={change.error} onChange={setToken}
        />
        {placeOf(change.error) !== 'token' && <ProblemAlert error={change.error} />}
        <Group justify="flex-end"><Button type="submit" variant="light" loading={change.isPending}>{t.messengers.replaceToken}</Button></Group>
      </Stack>
    </form>
  );
}

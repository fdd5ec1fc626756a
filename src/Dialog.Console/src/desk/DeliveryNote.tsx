import { Alert, Button, Group, Text } from '@mantine/core';
import { IconClock, IconSendOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import type { Delivery } from './types';

interface Props {
  delivery: Delivery;
  onResend: (() => Promise<unknown>) | null;
}

/** Under what has not arrived at the messenger: why, and what can be done. */
export function DeliveryNote({ delivery, onResend }: Props) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { state, problem } = delivery;
  const resend = () => {
    setBusy(true);
    setRefusal(null);
    onResend?.().catch(setRefusal).finally(() => setBusy(false));
  };
  if (state === 'delayed') {
    return (
      <Group gap={4} c="dimmed" wrap="nowrap" role="status" title={problem?.title}>
        <IconClock size={14} aria-hidden /><Text size="xs">{t.delivery.delayed}</Text>
      </Group>
    );
  }
  return (
    <Alert
      role="alert" color="red" variant="light" py={8} px="sm" maw="min(85%, 40rem)" icon={<IconSendOff size={18} />}
      title={<bdi>{problem?.title ?? t.delivery.failed}</bdi>}
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm" dir="auto">{problem?.detail}</Text>
        {onResend && <Button size="compact-sm" variant="default" loading={busy} onClick={resend}>{t.delivery.resend}</Button>}
      </Group>
      <ProblemAlert error={refusal} />
    </Alert>
  );
}

import { Button, type ButtonVariant, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n';

const shownFor = 2_500;

interface Props {
  text: string;
  label: string;
  variant?: ButtonVariant;
}

/** Browsers only give the clipboard to pages on https and localhost; elsewhere it says so. */
export function CopyButton({ text, label, variant }: Props) {
  const { t } = useWords();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = window.setTimeout(() => setState('idle'), shownFor);
    return () => window.clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <Stack gap={state === 'failed' ? 4 : 0} align="flex-end">
      <Button variant={variant} leftSection={state === 'copied' ? <IconCheck size={18} /> : <IconCopy size={18} />} onClick={() => void copy()}>
        {state === 'copied' ? t.install.copied : label}
      </Button>
      <Text size="sm" c="error" role="status">{state === 'failed' && t.install.copyFailed}</Text>
    </Stack>
  );
}

import { Group, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconFile, IconFileDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { api } from '../api/client';
import type { AttachedFile } from '../api/types';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import classes from './Files.module.css';

interface Props {
  bot: string;
  file: AttachedFile;
}

/** A picture to look at, anything else by its name to download. Those of messengers are fetched from there, which can fail. */
export function SentFile({ bot, file }: Props) {
  const { t } = useWords();
  const [failed, setFailed] = useState(false);
  const address = api.fileAddress(bot, file.id).href;
  if (!file.isImage || failed) return <Download bot={bot} file={file} onDone={() => setFailed(false)} />;
  return (
    <a href={address} target="_blank" rel="noreferrer" aria-label={t.files.enlarge(file.name)}>
      <img src={address} alt="" loading="lazy" className={classes.picture} onError={() => setFailed(true)} />
    </a>
  );
}

function Download({ bot, file, onDone }: Props & { onDone: () => void }) {
  const { t, f } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const download = async () => {
    setBusy(true);
    setProblem(null);
    try {
      save(await api.file(bot, file.id), file.name);
      onDone();
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };
  return (
    <Stack gap={6}>
      <UnstyledButton className={classes.file} disabled={busy} onClick={() => void download()}>
        <VisuallyHidden>{t.files.download}</VisuallyHidden>
        <FileName name={file.name} size={busy ? t.files.fetching : f.size(file.size)} icon={<IconFileDownload size={28} stroke={1.4} aria-hidden />} />
      </UnstyledButton>
      <ProblemAlert error={problem} onRetry={() => void download()} />
    </Stack>
  );
}

export function FileName({ name, size, icon = <IconFile size={28} stroke={1.4} aria-hidden /> }: { name: string; size: string; icon?: ReactNode }) {
  return (
    <Group gap="xs" wrap="nowrap">
      {icon}
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600} truncate><bdi>{name}</bdi></Text>
        <Text size="xs">{size}</Text>
      </div>
    </Group>
  );
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Some browsers read it only after the click.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

import { Anchor, Group, Text } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { api } from '../api/client';
import type { AttachedFile } from '../api/types';
import { useWords } from '../i18n';
import classes from './Files.module.css';

/** A picture to look at, anything else by its name to download. */
export function SentFile({ bot, file }: { bot: string; file: AttachedFile }) {
  const { t, f } = useWords();
  const address = api.fileAddress(bot, file.id).href;
  if (file.isImage) {
    return (
      <a href={address} target="_blank" rel="noreferrer" aria-label={t.files.enlarge(file.name)}>
        <img src={address} alt="" loading="lazy" className={classes.picture} />
      </a>
    );
  }
  return (
    <Anchor href={address} download={file.name} aria-label={t.files.download(file.name)} className={classes.file} underline="never" c="inherit">
      <Group gap="xs" wrap="nowrap">
        <IconFile size={28} stroke={1.4} aria-hidden style={{ flexShrink: 0 }} />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600} truncate><bdi>{file.name}</bdi></Text>
          <Text size="xs">{f.size(file.size)}</Text>
        </div>
      </Group>
    </Anchor>
  );
}

import '@mantine/dropzone/styles.css';
import { Center, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconPaperclip } from '@tabler/icons-react';
import { useWords } from '../i18n';
import { attachmentBytes } from './useAttachments';

/** The whole window takes files while one is dragged over it. */
export function FileDropTarget({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t, f } = useWords();
  return (
    <Dropzone.FullScreen onDrop={onFiles} useFsAccessApi={false} inputProps={{ 'aria-label': t.files.drop }}>
      <Center mih="50vh" style={{ pointerEvents: 'none' }}>
        <Stack align="center" gap="xs">
          <IconPaperclip size={48} stroke={1.2} aria-hidden />
          <Text size="xl" fw={600}>{t.files.drop}</Text>
          <Text c="dimmed">{t.files.dropHint(f.size(attachmentBytes))}</Text>
        </Stack>
      </Center>
    </Dropzone.FullScreen>
  );
}

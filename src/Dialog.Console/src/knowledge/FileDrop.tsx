import '@mantine/dropzone/styles.css';
import { Group, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { Problem } from '../api/problem';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';

/** Any single file is taken: whether it can be read is for the server to say, in words. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useWords();
  const [refused, setRefused] = useState(false);
  const take = (files: File[]) => {
    setRefused(false);
    if (files[0]) onFile(files[0]);
  };
  return (
    <>
      <Dropzone
        onDrop={take} onReject={() => setRefused(true)} multiple={false} p="md"
        inputProps={{ 'aria-label': t.import.dropLabel }} useFsAccessApi={false}
      >
        <Group justify="center" gap="sm" style={{ pointerEvents: 'none' }}>
          <IconUpload size={24} stroke={1.5} aria-hidden />
          <div>
            <Text size="sm">{t.import.drop}</Text>
            <Text size="xs" c="dimmed">{t.import.dropHint}</Text>
          </div>
        </Group>
      </Dropzone>
      {refused && (
        <ProblemAlert error={new Problem({ type: 'console:file', title: t.import.fileRefused, detail: t.import.fileRefusedDetail })} />
      )}
    </>
  );
}

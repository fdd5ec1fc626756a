import { CloseButton, Text } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n';
import classes from './Files.module.css';
import type { Attachments } from './useAttachments';

/** What will be sent with the next answer, and what was too large for it. */
export function AttachmentTray({ files, refused, remove }: Attachments) {
  const { t, f } = useWords();
  return (
    <>
      {refused.map((words) => <Text key={words} role="alert" size="sm" c="error" mb={6}>{words}</Text>)}
      {files.length > 0 && (
        <ul className={classes.tray} aria-label={t.files.chosen}>
          {files.map((file, index) => (
            <li key={`${index}-${file.name}`} className={classes.chosen}>
              {file.type.startsWith('image/') ? <Thumbnail file={file} /> : <IconFile size={24} stroke={1.5} aria-hidden />}
              <div style={{ minWidth: 0 }}>
                <Text size="sm" truncate><bdi>{file.name}</bdi></Text>
                <Text size="xs" c="dimmed">{f.size(file.size)}</Text>
              </div>
              <CloseButton size="sm" aria-label={t.files.leaveOut(file.name)} onClick={() => remove(file)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Thumbnail({ file }: { file: File }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return <img src={address} alt="" className={classes.thumbnail} />;
}

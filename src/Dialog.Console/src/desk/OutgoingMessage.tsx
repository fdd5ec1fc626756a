import { Box, Button, Group, Progress, Text } from '@mantine/core';
import { Problem } from '../api/problem';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import classes from './DeskPage.module.css';
import { useDeskActions } from './DeskProvider';
import files from './Files.module.css';
import { FileName } from './SentFile';
import type { Outgoing } from './types';

interface Props {
  entry: Outgoing;
  onPutBack: ((text: string) => void) | null;
}

/** An answer the server has not acknowledged, or has refused; it goes nowhere unless its writer says so. */
export function OutgoingMessage({ entry, onPutBack }: Props) {
  const { t } = useWords();
  const { outbox } = useDeskActions();
  const uploading = entry.attachment && !entry.file && entry.sequence === undefined;
  const putBack = () => {
    onPutBack?.(entry.text);
    outbox.drop(entry);
  };
  return (
    <Box style={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-end', gap: 4 }}>
      <div className={classes.bubble} data-from="agent" style={{ opacity: entry.sequence === undefined ? 0.85 : 1 }}>
        {entry.attachment && <Attachment entry={entry} attachment={entry.attachment} />}
        {entry.text && <Text dir="auto" ta="start" className="dialog-said">{entry.text}</Text>}
      </div>
      {!entry.problem && (
        <Group gap="xs">
          <Text size="xs" c="dimmed">{entry.sequence === undefined ? t.desk.sending : t.desk.you}</Text>
          {uploading && <Button size="compact-xs" variant="subtle" color="gray" onClick={() => outbox.drop(entry)}>{t.app.cancel}</Button>}
        </Group>
      )}
      {entry.problem && (
        <>
          <ProblemAlert error={new Problem(entry.problem)} />
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => outbox.retry(entry)}>{t.app.retry}</Button>
            {onPutBack && entry.text && <Button size="compact-sm" variant="default" onClick={putBack}>{t.desk.putBack}</Button>}
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => outbox.drop(entry)}>{t.desk.discard}</Button>
          </Group>
        </>
      )}
    </Box>
  );
}

function Attachment({ entry, attachment }: { entry: Outgoing; attachment: NonNullable<Outgoing['attachment']> }) {
  const { t, f } = useWords();
  const share = entry.file ? 1 : entry.progress ?? 0;
  return (
    <div className={files.file}>
      <FileName name={attachment.name} size={f.size(attachment.size)} />
      {!entry.problem && entry.sequence === undefined && (
        <Progress value={share * 100} aria-label={t.files.uploading(f.percent(share))} size="sm" color="white" bg="rgb(255 255 255 / 30%)" mt={6} />
      )}
    </div>
  );
}

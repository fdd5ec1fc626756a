import { Box, Button, Group, Text } from '@mantine/core';
import { Problem } from '../api/problem';
import { useWords } from '../i18n';
import { ProblemAlert } from '../shared/ProblemAlert';
import classes from './DeskPage.module.css';
import { useDeskActions } from './DeskProvider';
import type { Outgoing } from './types';

interface Props {
  entry: Outgoing;
  onPutBack: ((text: string) => void) | null;
}

/** An answer the server has not acknowledged, or has refused; it goes nowhere unless its writer says so. */
export function OutgoingMessage({ entry, onPutBack }: Props) {
  const { t } = useWords();
  const { outbox } = useDeskActions();
  const putBack = () => {
    onPutBack?.(entry.text);
    outbox.drop(entry);
  };
  return (
    <Box style={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-end', gap: 4 }}>
      <div className={classes.bubble} data-from="agent" style={{ opacity: entry.sequence === undefined ? 0.85 : 1 }}>
        <Text dir="auto" ta="start" className="dialog-said">{entry.text}</Text>
      </div>
      {!entry.problem && <Text size="xs" c="dimmed">{entry.sequence === undefined ? t.desk.sending : t.desk.you}</Text>}
      {entry.problem && (
        <>
          <ProblemAlert error={new Problem(entry.problem)} />
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => outbox.retry(entry)}>{t.app.retry}</Button>
            {onPutBack && <Button size="compact-sm" variant="default" onClick={putBack}>{t.desk.putBack}</Button>}
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => outbox.drop(entry)}>{t.desk.discard}</Button>
          </Group>
        </>
      )}
    </Box>
  );
}

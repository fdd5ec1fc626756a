import { Box, Text } from '@mantine/core';
import { useWords } from '../i18n';
import { useUser } from '../session/session';
import classes from './DeskPage.module.css';
import { MatchNote } from './MatchNote';
import type { Entry } from './timeline';

interface Props {
  entry: Extract<Entry, { kind: 'message' }>;
  onUse: ((answer: string) => void) | null;
}

export function Message({ entry, onUse }: Props) {
  const { t, f } = useWords();
  const user = useUser();
  const { event, from } = entry;
  const own = from === 'agent' && event.agentId === user.id;
  const who = own ? t.desk.you : from === 'agent' ? event.name ?? '' : from === 'bot' ? t.desk.bot : '';
  return (
    <Box style={{ display: 'flex', flexDirection: 'column', alignItems: from === 'visitor' ? 'flex-start' : 'flex-end', gap: 4 }}>
      <div className={classes.bubble} data-from={from}>
        <Text dir="auto" ta="start" className="dialog-said">{event.text}</Text>
      </div>
      <Text size="xs" c="dimmed">{who && <><bdi>{who}</bdi>{t.app.and}</>}{f.time(new Date(event.at))}</Text>
      {from === 'visitor' && event.match && <MatchNote match={event.match} botSaid={entry.botSaid} onUse={onUse} />}
    </Box>
  );
}

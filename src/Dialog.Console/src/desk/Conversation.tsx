import { Box } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useUser } from '../session/session';
import { Skeletons } from '../shared/Loaded';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useDraft } from '../shared/useDraft';
import { Composer } from './Composer';
import { ConversationHeader } from './ConversationHeader';
import classes from './DeskPage.module.css';
import { useDesk, useDeskActions } from './DeskProvider';
import { Messages } from './Messages';
import { groupOf, nameOf } from './selectors';
import { Unreachable } from './Unreachable';

export function Conversation({ bot, id }: { bot: string; id: string }) {
  const desk = useDeskActions();
  const user = useUser();
  const item = useDesk((state) => state.items[id]);
  const log = useDesk((state) => state.logs[id]);
  const online = useDesk((state) => state.connections[bot] === 'online' && (state.joined[bot] ?? false));
  const draft = useDraft(`dialog.draft.answer.${user.id}.${id}`);
  const [problem, setProblem] = useState<unknown>(null);
  const last = Math.max(item?.last ?? 0, log?.last ?? 0);

  useEffect(() => {
    if (online) desk.read(bot, id).then(() => setProblem(null), setProblem);
  }, [desk, bot, id, online]);
  useEffect(() => {
    const look = () => {
      if (!document.hidden) desk.seen(id);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [desk, id, last]);

  const run = async (change: Promise<void>) => {
    setProblem(null);
    try {
      await change;
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    }
  };
  const writable = item !== undefined && groupOf(item, user.id) !== 'others' && item.state !== 'closed';
  return (
    <section className={classes.conversation} aria-label={item && nameOf(item)}>
      <ConversationHeader bot={bot} item={item} onRun={run} />
      {problem !== null && <Box p="sm"><ProblemAlert error={problem} /></Box>}
      {item?.unreachable && <Unreachable reason={item.unreachable} />}
      {log ? <Messages bot={bot} id={id} log={log} onUse={writable ? draft.set : null} /> : <Box p="md" className={classes.scroll}><Skeletons rows={5} /></Box>}
      {writable && <Composer item={item} draft={draft} onRun={run} />}
    </section>
  );
}

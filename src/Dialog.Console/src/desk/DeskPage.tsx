import { Center } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useWords } from '../i18n';
import { useUser } from '../session/session';
import { useBot } from '../shell/BotFrame';
import { EmptyState } from '../shared/EmptyState';
import { usePageTitle } from '../shared/usePageTitle';
import { Conversation } from './Conversation';
import classes from './DeskPage.module.css';
import { DeskList } from './DeskList';
import { useDesk } from './DeskProvider';
import { sections } from './selectors';
import { useDeskKeys } from './useDeskKeys';

/** For people who live in it all day: the list at one side, the conversation at the other; on a phone one of both. */
export function DeskPage() {
  const { t } = useWords();
  const bot = useBot();
  const user = useUser();
  const navigate = useNavigate();
  const { conversation } = useParams();
  const state = useDesk((all) => all);
  const groups = useMemo(() => sections(state, bot.id, user.id), [state, bot.id, user.id]);
  const open = (id: string | null) => void navigate(`/bots/${bot.id}/desk${id ? `/${id}` : ''}`);
  usePageTitle(`${t.desk.title} · ${bot.name}`);
  useDeskKeys({ ids: groups.flatMap(({ items }) => items.map(({ id }) => id)), current: conversation ?? null, open });
  return (
    <div className={classes.desk} data-open={conversation !== undefined}>
      <DeskList bot={bot.id} groups={groups} current={conversation ?? null} />
      {conversation
        ? <Conversation key={conversation} bot={bot.id} id={conversation} />
        : (
          <Center className={classes.conversation}>
            <EmptyState icon={IconMessages} title={t.desk.choose} text={t.desk.chooseText} />
          </Center>
        )}
    </div>
  );
}

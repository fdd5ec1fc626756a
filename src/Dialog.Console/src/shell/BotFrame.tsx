import { Navigate, Outlet, useOutletContext, useParams } from 'react-router';
import type { BotSummary } from '../api/types';
import { useBotSummary } from '../session/session';
import { Lost } from './Lost';

/** The pages of one bot; a bot of somebody else does not exist. */
export function BotFrame() {
  const { bot: id } = useParams();
  const bot = useBotSummary(id);
  if (!bot) return <Lost />;
  return <Outlet context={bot} key={bot.id} />;
}

export const useBot = () => useOutletContext<BotSummary>();

export function BotHome() {
  const { role } = useBot();
  return <Navigate to={role === 'owner' ? 'knowledge' : 'desk'} replace />;
}

export function OwnersOnly() {
  const bot = useBot();
  return bot.role === 'owner' ? <Outlet context={bot} /> : <Navigate to={`/bots/${bot.id}/desk`} replace />;
}

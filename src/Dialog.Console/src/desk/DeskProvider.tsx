import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '../api/client';
import { channelsKey, keepPushed } from '../messengers/useChannels';
import { signInGate } from '../session/gate';
import { sessionQuery, useSession, useUser } from '../session/session';
import { trainingKey } from '../training/useTraining';
import { Desk } from './Desk';
import { type DeskState, emptyDesk } from './state';
import { connectToHub } from './wire';

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

/** Holds the connection of whoever has signed in, on every page of the console. */
export function LiveDesk({ children }: { children: ReactNode }) {
  const user = useUser();
  const { bots } = useSession();
  const queries = useQueryClient();
  const [desk] = useState(() => new Desk({
    user: user.id,
    connect: connectToHub,
    upload: api.attach,
    onTraining: (bot, training) => queries.setQueryData(trainingKey(bot), training),
    onChannel: (id, channel) => {
      const bot = queries.getQueryData(sessionQuery.queryKey)?.bots.find((one) => one.id === id);
      if (bot) keepPushed(queries, bot, channel);
    },
    onJoined: (bot) => void queries.invalidateQueries({ queryKey: channelsKey(bot) }),
    // A refused WebSocket does not say why, so the session is asked.
    onRefused: async () => {
      const session = await api.session();
      if (!session.user) await signInGate.request();
      else queries.setQueryData(sessionQuery.queryKey, session);
    },
  }));
  useEffect(() => {
    desk.start();
    return () => desk.stop();
  }, [desk]);
  useEffect(() => desk.setBots(bots.map(({ id }) => id)), [desk, bots]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDeskActions(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('The desk needs somebody who has signed in.');
  return desk;
}

const nothing = () => () => undefined;
const empty = () => emptyDesk;

/** A part of the desk's state; before the sign-in the desk is empty. */
export function useDesk<T>(select: (state: DeskState) => T): T {
  const desk = useContext(DeskContext);
  return select(useSyncExternalStore(desk?.store.subscribe ?? nothing, desk?.store.get ?? empty));
}

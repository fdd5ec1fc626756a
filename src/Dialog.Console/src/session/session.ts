import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client';
import type { BotSummary, Language, Session, User } from '../api/types';

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: api.session, staleTime: Infinity });

/** The root of the console only shows its pages once the session is known. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('The session has not been loaded.');
  return data;
}

export function useUser(): User {
  const { user } = useSession();
  if (!user) throw new Error('Nobody is signed in.');
  return user;
}

export function useBotSummary(id: string | undefined): BotSummary | undefined {
  return useSession().bots.find((bot) => bot.id === id);
}

export function useSessionChange() {
  const queries = useQueryClient();
  return useMemo(() => ({
    set: (session: Session) => queries.setQueryData(sessionQuery.queryKey, session),
    speaks: (language: Language) => queries.setQueryData(sessionQuery.queryKey, (session) =>
      session?.user ? { ...session, user: { ...session.user, language } } : session),
    refresh: () => queries.fetchQuery({ ...sessionQuery, staleTime: 0 }),
    /** Another person's data must not outlive the session it came with. */
    forget: () => queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  }), [queries]);
}

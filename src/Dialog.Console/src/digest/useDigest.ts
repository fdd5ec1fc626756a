import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';

export const digestKey = (bot: string) => ['bots', bot, 'digest'] as const;

/** Asked anew when the page is looked at again: the links work once, and whoever opened one is a receiver now. */
export const useDigest = (bot: string) =>
  useQuery({ queryKey: digestKey(bot), queryFn: () => api.digest(bot), refetchOnWindowFocus: 'always' });

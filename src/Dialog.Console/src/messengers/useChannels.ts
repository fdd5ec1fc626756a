import { type QueryClient, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Channel } from '../api/types';

export const channelsKey = (bot: string) => ['bots', bot, 'channels'] as const;

export const useChannels = (bot: string) => useQuery({ queryKey: channelsKey(bot), queryFn: () => api.channels(bot) });

/** Puts a newer view in its place; what nobody has asked for yet stays unasked. */
export const keepChannel = (queries: QueryClient, bot: string, channel: Channel) =>
  queries.setQueryData<Channel[]>(channelsKey(bot), (known) => known && [...known.filter(({ id }) => id !== channel.id), channel]);

export const dropChannel = (queries: QueryClient, bot: string, id: string) =>
  queries.setQueryData<Channel[]>(channelsKey(bot), (known) => known?.filter((channel) => channel.id !== id));

import { type QueryClient, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { BotSummary, Channel } from '../api/types';
import { currentLanguage } from '../i18n/language';

export const channelsKey = (bot: string) => ['bots', bot, 'channels'] as const;

export const useChannels = (bot: string) => useQuery({ queryKey: channelsKey(bot), queryFn: () => api.channels(bot) });

/** Puts a newer view in its place; what nobody has asked for yet stays unasked. */
export const keepChannel = (queries: QueryClient, bot: string, channel: Channel) =>
  queries.setQueryData<Channel[]>(channelsKey(bot), (known) => known && [...known.filter(({ id }) => id !== channel.id), channel]);

/** A push goes to everybody at the desk, in the bot's language and without knowing at which address they look. */
export function keepPushed(queries: QueryClient, bot: BotSummary, channel: Channel): void {
  const known = queries.getQueryData<Channel[]>(channelsKey(bot.id))?.find(({ id }) => id === channel.id);
  keepChannel(queries, bot.id, { ...channel, canWebhook: channel.canWebhook || (known?.canWebhook ?? false) });
  if (channel.problem && bot.language !== currentLanguage()) void queries.invalidateQueries({ queryKey: channelsKey(bot.id) });
}

export const dropChannel = (queries: QueryClient, bot: string, id: string) =>
  queries.setQueryData<Channel[]>(channelsKey(bot), (known) => known?.filter((channel) => channel.id !== id));

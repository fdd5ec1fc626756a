import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';

export const botKey = (bot: string) => ['bots', bot, 'details'] as const;

export const useBotDetails = (bot: string) => useQuery({ queryKey: botKey(bot), queryFn: () => api.bot(bot) });

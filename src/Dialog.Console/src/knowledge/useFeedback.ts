import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { negativesKey } from './useNegatives';
import { useKnowledgeChanged } from './useIntents';

export const feedbackKey = (bot: string) => ['bots', bot, 'feedback'] as const;

export const useFeedback = (bot: string) => useQuery({ queryKey: feedbackKey(bot), queryFn: () => api.feedback(bot) });

export type Settling = { as: 'negative' | 'dismiss' } | { as: 'example'; intent: string };

/** What an owner makes of one item; the lists it may have changed are asked for again. */
export function useSettleFeedback(bot: string, id: string) {
  const queries = useQueryClient();
  const changed = useKnowledgeChanged(bot);
  return useMutation({
    mutationFn: (end: Settling) =>
      end.as === 'example' ? api.teachFeedback(bot, id, end.intent) : api.settleFeedback(bot, id, end.as),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: negativesKey(bot) });
      await Promise.all([changed(), queries.invalidateQueries({ queryKey: feedbackKey(bot) })]);
    },
  });
}

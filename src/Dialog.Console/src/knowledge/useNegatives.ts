import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { useKnowledgeChanged } from './useIntents';

export const negativesKey = (bot: string) => ['bots', bot, 'negatives'] as const;

export const useNegatives = (bot: string) => useQuery({ queryKey: negativesKey(bot), queryFn: () => api.negatives(bot) });

export function useAddNegatives(bot: string) {
  const queries = useQueryClient();
  const changed = useKnowledgeChanged(bot);
  return useMutation({
    mutationFn: (texts: readonly string[]) => api.addNegatives(bot, texts),
    onSuccess: (list) => {
      queries.setQueryData(negativesKey(bot), list);
      return changed();
    },
  });
}

export function useDropNegative(bot: string) {
  const queries = useQueryClient();
  const changed = useKnowledgeChanged(bot);
  return useMutation({
    mutationFn: (id: string) => api.dropNegative(bot, id),
    onSuccess: () => Promise.all([changed(), queries.invalidateQueries({ queryKey: negativesKey(bot) })]),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Intent, IntentBody } from '../api/types';
import { trainingKey } from '../training/useTraining';

export const intentsKey = (bot: string) => ['bots', bot, 'intents'] as const;

export const useIntents = (bot: string) => useQuery({ queryKey: intentsKey(bot), queryFn: () => api.intents(bot) });

/** After each change the list is asked for again, and the training starts by itself. */
export function useKnowledgeChanged(bot: string) {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: trainingKey(bot) });
    await queries.invalidateQueries({ queryKey: intentsKey(bot) });
  };
}

export function useSaveIntent(bot: string) {
  const changed = useKnowledgeChanged(bot);
  return useMutation({
    mutationFn: ({ id, body }: { id: string | null; body: IntentBody }) =>
      id ? api.changeIntent(bot, id, body) : api.addIntent(bot, body),
    onSuccess: changed,
  });
}

export function useDeleteIntent(bot: string) {
  const changed = useKnowledgeChanged(bot);
  return useMutation({ mutationFn: (intent: Intent) => api.deleteIntent(bot, intent.id), onSuccess: changed });
}

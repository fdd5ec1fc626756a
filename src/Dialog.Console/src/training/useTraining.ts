import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Training } from '../api/types';

export const trainingKey = (bot: string) => ['bots', bot, 'training'] as const;

const underWay = (training: Training | undefined) => training?.state === 'waiting' || training?.state === 'training';

/** Pushed over the desk hub; asked for as well while it is under way, because a push is only a hint. */
export function useTraining(bot: string) {
  return useQuery({
    queryKey: trainingKey(bot),
    queryFn: () => api.training(bot),
    refetchInterval: ({ state }) => (underWay(state.data) ? 2_000 : false),
  });
}

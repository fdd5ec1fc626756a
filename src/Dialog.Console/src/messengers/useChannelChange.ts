import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Channel, ChannelChange } from '../api/types';
import { keepChannel } from './useChannels';

/** One for each part of a card, so that a refusal is shown where the change was made. */
export function useChannelChange(bot: string, channel: Channel, onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: ChannelChange) => api.changeChannel(bot, channel.id, change),
    onSuccess: (changed) => {
      keepChannel(queries, bot, changed);
      onDone?.();
    },
  });
}

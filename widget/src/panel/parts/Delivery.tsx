import type { Problem } from '../../protocol/contract';
import type { OutboxItem } from '../../protocol/outbox';
import { useSpeech } from '../language';
import { Icon } from './Icon';

/** How a message's delivery goes, while it does. */
export function Delivery({ state, problem }: { state: OutboxItem['state']; problem?: Problem | undefined }) {
  const { strings } = useSpeech();
  if (state === 'sent')
    return (
      <p class="at">
        <Icon name="check" /> {strings.sent}
      </p>
    );
  if (state === 'sending') return <p class="at slow">{strings.sending}</p>;
  return (
    <p class="at">
      <Icon name="clock" /> <span dir="auto">{problem ? problem.title : strings.unsent}</span>
    </p>
  );
}

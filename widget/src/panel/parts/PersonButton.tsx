import type { Mode } from '../../protocol/contract';
import type { OutboxItem } from '../../protocol/outbox';
import { useSpeech } from '../language';
import { Icon } from './Icon';

interface Props {
  mode: Mode;
  outbox: readonly OutboxItem[];
  onAsk: () => void;
}

/** Offered while no person is on the way. */
export function PersonButton({ mode, outbox, onAsk }: Props) {
  const { strings } = useSpeech();
  const asked = outbox.some((item) => item.kind === 'person');
  if (mode === 'waiting' || mode === 'agent' || asked) return null;
  return (
    <button type="button" class="person" onClick={onAsk}>
      <Icon name="person" />
      {strings.person}
    </button>
  );
}

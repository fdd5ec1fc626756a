import type { Problem } from '../../protocol/contract';
import { failedOnServer } from '../../protocol/outbox';
import { useSpeech } from '../language';

interface Props {
  problem: Problem;
  onRetry: () => void;
  other: string;
  onOther: () => void;
}

/** The server's words on why it did not take something, and what can be done about it. */
export function Refusal({ problem, onRetry, other, onOther }: Props) {
  const { strings } = useSpeech();
  const failed = problem.type === failedOnServer.type;
  return (
    <div class="refusal">
      <p dir="auto">
        <strong>{failed ? strings.failed : problem.title}</strong> {failed ? strings.failedAdvice : problem.detail}
      </p>
      <button type="button" onClick={onRetry}>
        {strings.again}
      </button>
      <button type="button" onClick={onOther}>
        {other}
      </button>
    </div>
  );
}

import type { TypingSign } from '../../protocol/contract';
import { useSpeech } from '../language';

export function TypingDots({ sign, botName }: { sign: TypingSign | null; botName: string }) {
  const { strings } = useSpeech();
  return (
    <div class="typing" role="status">
      {sign && (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span class={sign.who === 'bot' ? 'unseen' : 'at'}>{strings.typing(sign.name || botName)}</span>
        </>
      )}
    </div>
  );
}

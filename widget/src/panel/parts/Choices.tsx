import type { Choice } from '../../protocol/contract';
import { useSpeech } from '../language';
import type { Press } from '../rows';

interface Props {
  press: Press;
  question: string;
  /** Null for none of these. */
  onChoose: (choice: Choice | null) => void;
}

/** What the bot offers where it asks which was meant; of no use once something else has been said. */
export function Choices({ press, question, onChoose }: Props) {
  const { strings } = useSpeech();
  return (
    <div class="choices" role="group" aria-label={question}>
      {press.choices.map((choice) => (
        <button type="button" key={choice.id} dir="auto" disabled={!press.open} onClick={() => onChoose(choice)}>
          {choice.title}
        </button>
      ))}
      <button type="button" class="none" disabled={!press.open} onClick={() => onChoose(null)}>
        {strings.noneOfThese}
      </button>
    </div>
  );
}

import type { Choice } from '../../protocol/contract';
import { useSpeech } from '../language';
import type { Row } from '../rows';
import { clock, dayName } from '../time';
import { Choices } from './Choices';
import { Delivery } from './Delivery';
import { MessageBubble } from './MessageBubble';
import { Refusal } from './Refusal';

interface Props {
  row: Row;
  onRetry: (id: string) => void;
  onEdit: (id: string) => void;
  onDismiss: (id: string) => void;
  onChoose: (about: number, choice: Choice | null) => void;
  onReject: (about: number) => void;
}

export function LogRow({ row, onRetry, onEdit, onDismiss, onChoose, onReject }: Props) {
  const { language, strings } = useSpeech();
  switch (row.type) {
    case 'day':
      return (
        <p class="divider day">
          <time dateTime={row.at}>{dayName(language, strings, row.at, new Date())}</time>
        </p>
      );
    case 'news': {
      const said = {
        handoff: strings.handoff,
        taken: strings.taken(row.name),
        returned: strings.returned(row.name),
        closed: strings.ended,
      };
      return <p class="divider">{said[row.kind]}</p>;
    }
    case 'person':
      if (!row.problem) return <p class="divider">{strings.askingPerson}</p>;
      return (
        <Refusal problem={row.problem} onRetry={() => onRetry(row.id)} other={strings.dismiss} onOther={() => onDismiss(row.id)} />
      );
    case 'message': {
      const { delivery, press } = row;
      return (
        <MessageBubble from={row.from} name={row.name} text={row.text} file={row.file} joined={row.joined}>
          {press && press.choices.length > 0 && (
            <Choices press={press} question={row.text} onChoose={(choice) => onChoose(press.about, choice)} />
          )}
          {delivery?.state === 'refused' && delivery.problem ? (
            <Refusal
              problem={delivery.problem}
              onRetry={() => onRetry(delivery.id)}
              other={strings.edit}
              onOther={() => onEdit(delivery.id)}
            />
          ) : delivery ? (
            <Delivery state={delivery.state} problem={delivery.problem} />
          ) : (
            row.ends && (
              <p class="at">
                <time dateTime={row.at}>{clock(language, row.at)}</time>
                {press?.canReject && press.open && (
                  <button type="button" onClick={() => onReject(press.about)}>
                    {strings.notMyAnswer}
                  </button>
                )}
              </p>
            )
          )}
        </MessageBubble>
      );
    }
  }
}

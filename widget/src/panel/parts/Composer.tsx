import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { maxText } from '../../protocol/contract';
import { useSpeech } from '../language';
import { Icon } from './Icon';

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  /** A hidden field has no height to measure; it is measured when it comes into sight. */
  shown: boolean;
  onWrite: (text: string) => void;
  /** A key was pressed: worth telling the other side. */
  onType: () => void;
  onSend: () => void;
}

const sayFrom = 300;

export function Composer({ field, value, shown, onWrite, onType, onSend }: Props) {
  const { strings, digits } = useSpeech();
  const left = maxText - value.trim().length;
  const sendable = value.trim() !== '' && left >= 0;

  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight}px`;
  }, [value, shown]);

  const send = () => {
    if (sendable) onSend();
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        dir="auto"
        rows={1}
        value={value}
        placeholder={strings.write}
        aria-label={strings.write}
        aria-describedby="room"
        aria-invalid={left < 0}
        enterkeyhint="send"
        autocomplete="off"
        onInput={(event) => {
          onWrite(event.currentTarget.value);
          onType();
        }}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="send" aria-label={strings.send} title={strings.send} disabled={!sendable}>
        <Icon name="send" mirrors />
      </button>
      <p id="room" class={left < 0 ? 'room over' : 'room'} role="status">
        {left < 0 ? strings.over(digits(-left)) : left <= sayFrom ? strings.left(digits(left)) : ''}
      </p>
    </form>
  );
}

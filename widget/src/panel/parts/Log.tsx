import { useMemo, useState } from 'preact/hooks';
import type { ChatClient } from '../../protocol/client';
import type { ChatState } from '../../protocol/state';
import { useSpeech } from '../language';
import { rowsOf } from '../rows';
import { useFollow } from '../useFollow';
import { Icon } from './Icon';
import { LogRow } from './LogRow';
import { MessageBubble } from './MessageBubble';
import { TypingDots } from './TypingDots';

interface Props {
  state: ChatState;
  client: ChatClient;
  shown: boolean;
  onEdit: (id: string) => void;
  /** A refused message was dealt with. */
  onSettled: () => void;
}

const step = 200;

export function Log({ state, client, shown, onEdit, onSettled }: Props) {
  const { strings, digits } = useSpeech();
  const [window, setWindow] = useState(step);
  const rows = useMemo(() => rowsOf(state, window), [state.events, state.outbox, state.bot, window]);
  const { scroller, below, toEnd } = useFollow(state, shown);
  const { bot, events } = state;

  const hasEarlier = events.length > window || (events[0]?.sequence ?? 1) > 1;
  const earlier = () => {
    if (events.length <= window) client.earlier().catch(() => undefined);
    setWindow(window + step);
  };

  // What was pressed goes away or turns grey; the focus stays in the log, where the answer comes.
  const toLog = () => scroller.current?.focus({ preventScroll: true });
  const latest = () => {
    toEnd();
    toLog();
  };

  return (
    <div class="log-frame">
      <div class="log" ref={scroller} tabIndex={0} role="region" aria-label={strings.log}>
        {hasEarlier && (
          <button type="button" class="pill earlier" onClick={earlier}>
            {strings.earlier}
          </button>
        )}
        <div role="log" aria-live={state.link === 'online' ? 'polite' : 'off'} aria-label={strings.log}>
          {!hasEarlier && bot?.greeting && (
            <MessageBubble from="bot" name={bot.name} text={bot.greeting} joined={false} />
          )}
          {rows.map((row) => (
            <LogRow
              key={row.key}
              row={row}
              onRetry={(id) => {
                client.retry(id);
                onSettled();
              }}
              onDismiss={(id) => {
                client.take(id);
                onSettled();
              }}
              onEdit={onEdit}
              onChoose={(about, choice) => {
                client.choose(about, choice, strings.noneOfThese);
                toLog();
              }}
              onReject={(about) => {
                client.reject(about, strings.rejection);
                toLog();
              }}
            />
          ))}
        </div>
        <TypingDots sign={state.typing} botName={bot?.name ?? ''} />
      </div>
      {below !== null && (
        <button type="button" class="pill latest" aria-label={below > 0 ? undefined : strings.latest} onClick={latest}>
          {below > 0 && strings.newMessages(digits(below))}
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

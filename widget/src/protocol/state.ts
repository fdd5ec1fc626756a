import type { Agent, BotInfo, Mode, Problem, TypingSign, VisitorEvent } from './contract';
import { foldMode } from './fold';
import type { OutboxItem } from './outbox';

/** Everything the panel shows, in one place. */
export interface ChatState {
  /** `barred`: the server will not have us (an unknown bot), trying again is of no use. */
  link: 'connecting' | 'online' | 'lost' | 'barred';
  problem: Problem | null;
  conversation: string | null;
  bot: BotInfo | null;
  mode: Mode;
  agent: Agent | null;
  /** A run of events without gaps, in order. */
  events: readonly VisitorEvent[];
  outbox: readonly OutboxItem[];
  typing: TypingSign | null;
  /** Highest sequence the visitor has had on screen. */
  seen: number;
}

export type ChatAction =
  | { type: 'restored'; state: Partial<ChatState> }
  | { type: 'connecting' }
  | { type: 'lost' }
  | { type: 'barred'; problem: Problem }
  | { type: 'welcomed'; conversation: string; bot: BotInfo; mode: Mode; agent: Agent | null; last: number }
  | { type: 'received'; events: readonly VisitorEvent[]; live: boolean }
  | { type: 'earlier'; events: readonly VisitorEvent[] }
  | { type: 'outbox'; items: readonly OutboxItem[] }
  | { type: 'typing'; sign: TypingSign | null }
  | { type: 'seen'; sequence: number }
  | { type: 'forgotten' };

export const initialState: ChatState = {
  link: 'connecting',
  problem: null,
  conversation: null,
  bot: null,
  mode: 'bot',
  agent: null,
  events: [],
  outbox: [],
  typing: null,
  seen: 0,
};

export const lastSequence = (state: ChatState): number => state.events.at(-1)?.sequence ?? 0;

export const unread = (state: ChatState): number =>
  state.events.filter((event) => event.kind === 'message' && event.from !== 'visitor' && event.sequence > state.seen)
    .length;

export function reduce(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case 'restored':
      return { ...state, ...action.state };
    case 'connecting':
      return state.link === 'connecting' ? state : { ...state, link: 'connecting' };
    case 'lost':
      return { ...state, link: 'lost', typing: null };
    case 'barred':
      return { ...state, link: 'barred', problem: action.problem, typing: null };
    case 'welcomed':
      return welcomed(state, action);
    case 'received':
      return received(state, action.events, action.live);
    case 'earlier':
      return earlier(state, action.events);
    case 'outbox':
      return { ...state, outbox: action.items };
    case 'typing':
      return { ...state, typing: action.sign };
    case 'seen':
      return action.sequence > state.seen ? { ...state, seen: action.sequence } : state;
    case 'forgotten':
      return { ...initialState, bot: state.bot };
  }
}

function welcomed(state: ChatState, action: Extract<ChatAction, { type: 'welcomed' }>): ChatState {
  // Another conversation, or one that is shorter than what we remember: what we have is not its past.
  const stale = state.conversation !== action.conversation || lastSequence(state) > action.last;
  return {
    ...state,
    link: 'online',
    problem: null,
    conversation: action.conversation,
    bot: action.bot,
    mode: action.mode,
    agent: action.agent,
    events: stale ? [] : state.events,
    seen: stale ? 0 : state.seen,
  };
}

/** `live` is false for the past, which the welcome has already summed up. */
function received(state: ChatState, batch: readonly VisitorEvent[], live: boolean): ChatState {
  const last = lastSequence(state);
  const events = batch.filter((event) => event.sequence > last);
  if (events.length === 0) return state;
  const answered = events.some((event) => event.kind === 'message' && event.from !== 'visitor');
  const arrived = new Set(events.map((event) => event.id));
  const reached = events.at(-1)?.sequence ?? last;
  const outbox = state.outbox.filter((item) => !arrived.has(item.id) && (item.sequence ?? Infinity) > reached);
  return {
    ...state,
    ...(live ? foldMode(state, events) : {}),
    events: [...state.events, ...events],
    outbox: outbox.length === state.outbox.length ? state.outbox : outbox,
    typing: answered ? null : state.typing,
  };
}

function earlier(state: ChatState, batch: readonly VisitorEvent[]): ChatState {
  const first = state.events[0]?.sequence ?? Infinity;
  const events = batch.filter((event) => event.sequence < first);
  return events.length === 0 ? state : { ...state, events: [...events, ...state.events] };
}

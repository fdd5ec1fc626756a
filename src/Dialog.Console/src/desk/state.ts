import type { Problem } from '../api/problem';
import { emptyLog, extend, type Log } from './log';
import type { Delivery, DeliveryChange, DeskEvent, DeskItem, Outgoing } from './types';

export type Connection = 'connecting' | 'online' | 'reconnecting';

export interface DeskState {
  /** One for each bot: the hub seats a connection at one bot's desk. */
  connections: Readonly<Record<string, Connection>>;
  joined: Readonly<Record<string, boolean>>;
  problems: Readonly<Record<string, Problem>>;
  items: Readonly<Record<string, DeskItem>>;
  logs: Readonly<Record<string, Log>>;
  /** By conversation and sequence: what has not arrived at the messenger. Unlike the log it changes. */
  deliveries: Readonly<Record<string, Readonly<Record<number, Delivery>>>>;
  /** Until when (ms) the visitor of a conversation counts as typing. */
  typing: Readonly<Record<string, number>>;
  seen: Readonly<Record<string, number>>;
  outbox: readonly Outgoing[];
}

export type DeskAction =
  | { type: 'connection'; bot: string; connection: Connection }
  | { type: 'left'; bot: string }
  | { type: 'joined'; bot: string; items: DeskItem[] }
  | { type: 'problem'; bot: string; problem: Problem }
  | { type: 'item'; item: DeskItem }
  | { type: 'events'; conversation: string; events: readonly DeskEvent[] }
  | { type: 'read'; conversation: string; events: readonly DeskEvent[] }
  | ({ type: 'delivery' } & DeliveryChange)
  | { type: 'typing'; conversation: string; until: number }
  | { type: 'seen'; conversation: string }
  | { type: 'queued'; entry: Outgoing }
  | { type: 'changed'; entry: Outgoing }
  | { type: 'dropped'; id: string };

export const emptyDesk: DeskState = {
  connections: {}, joined: {}, problems: {}, items: {}, logs: {}, deliveries: {}, typing: {}, seen: {}, outbox: [],
};

export function reduce(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'connection':
      return { ...state, connections: { ...state.connections, [action.bot]: action.connection } };
    case 'left':
      return leave(state, action.bot);
    case 'joined':
      return join(state, action.bot, action.items);
    case 'problem':
      return { ...state, problems: { ...state.problems, [action.bot]: action.problem } };
    case 'item':
      return putItem(state, action.item);
    case 'events':
      return grow(state, action.conversation, action.events);
    case 'read':
      return action.events.reduce(
        (next, { sequence, delivery }) => deliver(next, action.conversation, sequence, delivery ?? null),
        grow(state, action.conversation, action.events),
      );
    case 'delivery':
      return deliver(state, action.conversation, action.sequence, action.delivery);
    case 'typing':
      return { ...state, typing: { ...state.typing, [action.conversation]: action.until } };
    case 'seen':
      return see(state, action.conversation);
    case 'queued':
      return { ...state, outbox: [...state.outbox.filter(({ id }) => id !== action.entry.id), action.entry] };
    case 'changed':
      return settle({ ...state, outbox: state.outbox.map((entry) => (entry.id === action.entry.id ? action.entry : entry)) });
    case 'dropped':
      return { ...state, outbox: state.outbox.filter(({ id }) => id !== action.id) };
  }
}

function join(state: DeskState, bot: string, items: DeskItem[]): DeskState {
  const others = Object.values(state.items).filter((item) => item.bot !== bot);
  const first = !state.joined[bot];
  const { [bot]: _, ...problems } = state.problems;
  return {
    ...state,
    problems,
    joined: { ...state.joined, [bot]: true },
    items: Object.fromEntries([...others, ...items].map((item) => [item.id, item])),
    // What was there before this page was opened does not count as unread.
    seen: first ? { ...state.seen, ...Object.fromEntries(items.map((item) => [item.id, item.last])) } : state.seen,
  };
}

/** Somebody was taken out of the team: what they may no longer see is gone from the page. */
function leave(state: DeskState, bot: string): DeskState {
  const { [bot]: _, ...connections } = state.connections;
  const items = Object.values(state.items).filter((item) => item.bot !== bot);
  return { ...state, connections, joined: { ...state.joined, [bot]: false }, items: Object.fromEntries(items.map((item) => [item.id, item])) };
}

function putItem(state: DeskState, item: DeskItem): DeskState {
  const known = state.items[item.id];
  // Pushes may overtake each other; the log's length says which is newer.
  if (known && known.last > item.last) return state;
  return { ...state, items: { ...state.items, [item.id]: item } };
}

function grow(state: DeskState, conversation: string, events: readonly DeskEvent[]): DeskState {
  const before = state.logs[conversation] ?? emptyLog;
  const { log } = extend(before, events);
  if (log === before && state.logs[conversation]) return state;
  const spoke = events.some(({ kind, from }) => kind === 'message' && from === 'visitor');
  const typing = spoke ? { ...state.typing, [conversation]: 0 } : state.typing;
  return settle({ ...state, typing, logs: { ...state.logs, [conversation]: log } });
}

function deliver(state: DeskState, conversation: string, sequence: number, delivery: Delivery | null): DeskState {
  const { [sequence]: before, ...others } = state.deliveries[conversation] ?? {};
  if (!before && !delivery) return state;
  const next = delivery ? { ...others, [sequence]: delivery } : others;
  return { ...state, deliveries: { ...state.deliveries, [conversation]: next } };
}

function see(state: DeskState, conversation: string): DeskState {
  const last = Math.max(state.logs[conversation]?.last ?? 0, state.items[conversation]?.last ?? 0);
  if (state.seen[conversation] === last) return state;
  return { ...state, seen: { ...state.seen, [conversation]: last } };
}

/** An acknowledged answer leaves the outbox once the log shows it. */
function settle(state: DeskState): DeskState {
  const outbox = state.outbox.filter(({ conversation, sequence }) =>
    sequence === undefined || sequence > (state.logs[conversation]?.last ?? 0));
  return outbox.length === state.outbox.length ? state : { ...state, outbox };
}

import type { AttachedFile, Choice, Problem, Sender, VisitorEvent } from '../protocol/contract';
import type { OutboxItem } from '../protocol/outbox';
import type { ChatState } from '../protocol/state';
import { dayOf } from './time';

export interface MessageRow {
  type: 'message';
  key: string;
  from: Sender;
  name: string;
  text: string;
  file?: AttachedFile | undefined;
  /** What may be pressed under the bot's message of this number. */
  press?: Press | undefined;
  at: string;
  /** On its way; absent once it is part of the conversation. */
  delivery?: { id: string; state: OutboxItem['state']; problem?: Problem | undefined };
  /** Follows another of the same sender: no name again. */
  joined: boolean;
  /** Last of its run: carries the time. */
  ends: boolean;
}

export interface Press {
  about: number;
  choices: readonly Choice[];
  canReject: boolean;
  /** Nothing has been said since, nor is on its way. */
  open: boolean;
}

export type Row =
  | MessageRow
  | { type: 'day'; key: string; at: string }
  | { type: 'news'; key: string; kind: News; name: string }
  | { type: 'person'; key: string; id: string; problem?: Problem | undefined };

const news = ['handoff', 'taken', 'returned', 'closed'] as const;
type News = (typeof news)[number];
const isNews = (kind: string): kind is News => news.some((one) => one === kind);

/** A longer silence than this starts a new run, with a time of its own. */
const runGap = 5 * 60_000;

type Conversation = Pick<ChatState, 'events' | 'outbox' | 'bot'>;

/** What the log shows, in order: days, messages in runs of one sender, and what happened in between. */
export function rowsOf({ events, outbox, bot }: Conversation, shown: number): Row[] {
  const botName = bot?.name ?? '';
  const visible = events.filter(({ kind }) => kind === 'message' || isNews(kind)).slice(-shown);
  const edited = new Map(events.flatMap(({ edits, text }) => (edits ? [[edits, text ?? '']] : [])));
  const open = outbox.every(({ state }) => state === 'refused') ? visible.at(-1)?.sequence : undefined;
  const rows: Row[] = [];
  let day = '';
  const add = (row: Row, at: string) => {
    if (dayOf(at) !== day) rows.push({ type: 'day', key: `day:${(day = dayOf(at))}`, at });
    rows.push(row);
  };
  for (const event of visible) add(eventRow(event, botName, edited, open), event.at);
  for (const item of outbox) add(outboxRow(item), item.at);
  return inRuns(rows);
}

function eventRow(event: VisitorEvent, botName: string, edited: ReadonlyMap<number, string>, open?: number): Row {
  const name = event.name || botName;
  if (isNews(event.kind)) return { type: 'news', key: `e:${event.sequence}`, kind: event.kind, name };
  return {
    type: 'message',
    // The same key before and after it was acknowledged: the bubble stays the same element.
    key: event.id ? `m:${event.id}` : `e:${event.sequence}`,
    from: event.from ?? 'bot',
    name,
    text: edited.get(event.sequence) ?? event.text ?? '',
    file: event.file ?? undefined,
    press: pressOf(event, open),
    at: event.at,
    joined: false,
    ends: true,
  };
}

function pressOf({ sequence, choices, canReject = false }: VisitorEvent, open?: number): Press | undefined {
  if (!choices && !canReject) return undefined;
  return { about: sequence, choices: choices ?? [], canReject, open: sequence === open };
}

function outboxRow(item: OutboxItem): Row {
  const { id, state, problem, text, at } = item;
  if (item.kind === 'person')
    return { type: 'person', key: `p:${id}`, id, problem: state === 'refused' ? problem : undefined };
  const delivery = { id, state, problem };
  return { type: 'message', key: `m:${id}`, from: 'visitor', name: '', text, at, delivery, joined: false, ends: true };
}

function inRuns(rows: Row[]): Row[] {
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (row.type !== 'message' || before?.type !== 'message' || before.from !== row.from || before.name !== row.name) return;
    if (Date.parse(row.at) - Date.parse(before.at) > runGap) return;
    row.joined = true;
    before.ends = false;
  });
  return rows;
}

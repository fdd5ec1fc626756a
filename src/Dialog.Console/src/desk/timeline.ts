import type { DeskEvent } from './types';

export type Entry =
  | { kind: 'day'; key: string; at: Date }
  | { kind: 'note'; key: string; event: DeskEvent; what: 'handoff' | 'taken' | 'returned' | 'closed' }
  | { kind: 'message'; key: string; event: DeskEvent; from: 'visitor' | 'bot' | 'agent'; botSaid: boolean };

const notes = new Set(['handoff', 'taken', 'returned', 'closed']);
const isNote = (kind: string): kind is 'handoff' | 'taken' | 'returned' | 'closed' => notes.has(kind);

/** The bot's own answer follows right after what the visitor wrote. */
function botSaid(events: readonly DeskEvent[], at: number): boolean {
  const answer = events[at]!.match?.answer;
  for (const event of events.slice(at + 1)) {
    if (event.kind === 'message' && event.from === 'visitor') return false;
    if (event.kind === 'message' && event.from === 'bot') return event.text === answer;
  }
  return false;
}

/** A log as it is read: days, small dividers, messages. */
export function timeline(events: readonly DeskEvent[]): Entry[] {
  const entries: Entry[] = [];
  let day = '';
  events.forEach((event, at) => {
    const isMessage = event.kind === 'message' && event.from;
    if (!isMessage && !isNote(event.kind)) return;
    const when = new Date(event.at);
    if (when.toDateString() !== day) entries.push({ kind: 'day', key: `day-${event.sequence}`, at: when });
    day = when.toDateString();
    const key = String(event.sequence);
    if (isNote(event.kind)) entries.push({ kind: 'note', key, event, what: event.kind });
    else if (event.from) {
      entries.push({ kind: 'message', key, event, from: event.from, botSaid: event.from === 'visitor' && botSaid(events, at) });
    }
  });
  return entries;
}

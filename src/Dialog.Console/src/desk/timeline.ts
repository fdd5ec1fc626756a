import type { DeskEvent } from './types';

export type Entry =
  | { kind: 'day'; key: string; at: Date }
  | { kind: 'note'; key: string; event: DeskEvent; what: 'handoff' | 'taken' | 'returned' | 'closed' }
  | {
    kind: 'message'; key: string; event: DeskEvent; from: 'visitor' | 'bot' | 'agent'; botSaid: boolean;
    /** How it reads now; `earlier` are its former wordings, the first one first. */
    text: string; earlier: readonly string[];
    /** What the visitor refused by this. */
    refused?: DeskEvent | undefined;
  };

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

/** The wordings of edited messages, by the first one's sequence. */
function edits(events: readonly DeskEvent[]): Map<number, string[]> {
  const wordings = new Map<number, string[]>();
  for (const { kind, edits: first, text } of events) {
    if (kind === 'edited' && first) wordings.set(first, [...(wordings.get(first) ?? []), text ?? '']);
  }
  return wordings;
}

/** A log as it is read: days, small dividers, messages. */
export function timeline(events: readonly DeskEvent[]): Entry[] {
  const entries: Entry[] = [];
  const edited = edits(events);
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
      // A file without a caption has its name for a text.
      const first = event.file && event.text === event.file.name ? '' : event.text ?? '';
      const wordings = [first, ...(edited.get(event.sequence) ?? [])];
      entries.push({
        kind: 'message', key, event, from: event.from, botSaid: event.from === 'visitor' && botSaid(events, at),
        text: wordings.at(-1)!, earlier: wordings.slice(0, -1),
        refused: event.rejects ? events.find(({ sequence }) => sequence === event.rejects) : undefined,
      });
    }
  });
  return entries;
}

import type { DeskEvent } from './types';

/** What is known of one conversation: its events 1 … last, without holes. */
export interface Log {
  events: readonly DeskEvent[];
  last: number;
}

export const emptyLog: Log = { events: [], last: 0 };

/** Adds what continues the log. `gap`: something between is missing, so it has to be read. */
export function extend(log: Log, incoming: readonly DeskEvent[]): { log: Log; gap: boolean } {
  const fresh = incoming.filter(({ sequence }) => sequence > log.last).sort((a, b) => a.sequence - b.sequence);
  const next: DeskEvent[] = [];
  let last = log.last;
  for (const event of fresh) {
    if (event.sequence === last) continue;
    if (event.sequence !== last + 1) break;
    next.push(event);
    last = event.sequence;
  }
  const gap = fresh.length > 0 && last < fresh[fresh.length - 1]!.sequence;
  return { log: next.length > 0 ? { events: [...log.events, ...next], last } : log, gap };
}

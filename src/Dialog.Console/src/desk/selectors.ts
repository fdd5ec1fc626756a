import type { DeskState } from './state';
import type { DeskItem } from './types';

export type Group = 'waiting' | 'mine' | 'others' | 'bot' | 'closed';
export const groupOrder: readonly Group[] = ['waiting', 'mine', 'others', 'bot', 'closed'];

export function groupOf(item: DeskItem, me: string): Group {
  if (item.state !== 'agent') return item.state;
  return item.agent?.id === me ? 'mine' : 'others';
}

const waitedSince = (item: DeskItem) => item.waitingSince ?? item.updatedAt;

function compare(group: Group) {
  if (group === 'waiting') return (a: DeskItem, b: DeskItem) => waitedSince(a).localeCompare(waitedSince(b));
  return (a: DeskItem, b: DeskItem) => b.updatedAt.localeCompare(a.updatedAt);
}

export interface Section {
  group: Group;
  items: DeskItem[];
}

/** The list of the desk: longest waiting first, then mine, then the rest. */
export function sections(state: DeskState, bot: string, me: string): Section[] {
  const items = Object.values(state.items).filter((item) => item.bot === bot);
  return groupOrder
    .map((group) => ({ group, items: items.filter((item) => groupOf(item, me) === group).sort(compare(group)) }))
    .filter((section) => section.items.length > 0);
}

export const isWaiting = (item: DeskItem) => item.state === 'waiting';

export const waitingCount = (state: DeskState): number => Object.values(state.items).filter(isWaiting).length;

/** Null until the bot's desk has been joined. */
export function waitingOf(state: DeskState, bot: string): number | null {
  if (!state.joined[bot]) return null;
  return Object.values(state.items).filter((item) => item.bot === bot && isWaiting(item)).length;
}

export const isUnread = (state: DeskState, item: DeskItem): boolean => item.last > (state.seen[item.id] ?? 0);

export function longestWaiting(state: DeskState): DeskItem | undefined {
  return Object.values(state.items).filter(isWaiting).sort(compare('waiting'))[0];
}

/** Who writes: as their messenger knows them, else the name the desk gave. */
export const nameOf = (item: DeskItem): string => item.person?.name || item.visitor.name;

import { groupOf, isWaiting } from './selectors';
import type { DeskState } from './state';
import type { DeskItem } from './types';

export interface News {
  waiting: DeskItem[];
  /** Visitors who wrote in a conversation of mine. */
  wrote: DeskItem[];
}

/** What an agent should hear of between two states of the desk. Opening the page is no news, coming back online is. */
export function newsBetween(before: DeskState, after: DeskState, me: string): News {
  const changed = Object.values(after.items).filter((item) => before.joined[item.bot] && before.items[item.id] !== item);
  const spoke = (item: DeskItem) => {
    const log = after.logs[item.id];
    const old = before.items[item.id];
    const latest = log?.last === item.last ? log.events.at(-1) : undefined;
    return old !== undefined && item.last > old.last && old.state === 'agent' && latest?.from !== 'agent';
  };
  return {
    waiting: changed.filter((item) => isWaiting(item) && before.items[item.id]?.state !== 'waiting'),
    wrote: changed.filter((item) => groupOf(item, me) === 'mine' && spoke(item)),
  };
}

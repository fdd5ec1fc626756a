import { useHotkeys } from '@mantine/hooks';
import { useDeskActions } from './DeskProvider';

interface Options {
  ids: readonly string[];
  current: string | null;
  open: (id: string | null) => void;
}

/** j, k and the arrows move through the list, t takes, Escape goes back to it. Fields keep their keys. */
export function useDeskKeys({ ids, current, open }: Options): void {
  const desk = useDeskActions();
  const move = (step: number) => {
    const at = current ? ids.indexOf(current) : -1;
    const next = at < 0 ? (step > 0 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + step));
    if (ids[next]) open(ids[next]);
  };
  const take = () => {
    const state = desk.store.get();
    const target = current ?? ids[0];
    const item = target ? state.items[target] : undefined;
    if (!item || (item.state !== 'waiting' && item.state !== 'bot')) return;
    if (!current) open(item.id);
    // What goes wrong is seen in the conversation, which then still waits.
    void desk.take(item).catch(() => undefined);
  };
  useHotkeys([
    ['j', () => move(1)], ['ArrowDown', () => move(1)],
    ['k', () => move(-1)], ['ArrowUp', () => move(-1)],
    ['t', take], ['Escape', () => open(null)],
  ], ['INPUT', 'TEXTAREA', 'SELECT'], false);
}

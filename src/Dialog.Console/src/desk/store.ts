import { type DeskAction, type DeskState, emptyDesk, reduce } from './state';

/** The state of the desk, outside of React so that sockets can change it. */
export class DeskStore {
  private listeners = new Set<() => void>();
  private current: DeskState = emptyDesk;

  get = (): DeskState => this.current;

  dispatch = (action: DeskAction): void => {
    const next = reduce(this.current, action);
    if (next === this.current) return;
    this.current = next;
    this.listeners.forEach((listener) => listener());
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

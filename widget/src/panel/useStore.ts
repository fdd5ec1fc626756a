import { useEffect, useReducer } from 'preact/hooks';
import type { Store } from '../protocol/store';

export function useStore<S, A>(store: Store<S, A>): S {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    redraw(undefined);
    return store.subscribe(() => redraw(undefined));
  }, [store]);
  return store.state;
}

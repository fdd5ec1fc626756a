import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { lastSequence, type ChatState } from '../protocol/state';

interface Follow {
  scroller: RefObject<HTMLDivElement | null>;
  /** Null at the end of the log; otherwise how many messages came since the visitor scrolled away from it. */
  below: number | null;
  toEnd: () => void;
}

const near = 48;

/** Keeps the end of the log in view, unless the visitor has scrolled up to read. */
export function useFollow(state: ChatState, shown: boolean): Follow {
  const scroller = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const first = useRef(0);
  const height = useRef(0);
  const view = useRef(0);
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const { events, outbox } = state;

  const toEnd = () => {
    following.current = true;
    setLeftAt(null);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  };

  // One's own message always comes into view.
  const mine = outbox.at(-1)?.id;
  useLayoutEffect(() => {
    if (mine) toEnd();
  }, [mine]);

  useLayoutEffect(() => {
    const log = scroller.current;
    if (!log) return;
    const start = events[0]?.sequence ?? 0;
    // Earlier messages came in above: what was in view stays in view.
    if (start < first.current && !following.current) log.scrollTop += log.scrollHeight - height.current;
    if (following.current) log.scrollTop = log.scrollHeight;
    first.current = start;
    height.current = log.scrollHeight;
  });

  useEffect(() => {
    const log = scroller.current;
    if (!log) return;
    const onScroll = () => {
      // The browser scrolls too when the log gets smaller, as the composer grows; only people stop the following.
      if (log.clientHeight !== view.current) return resized();
      following.current = log.scrollHeight - log.scrollTop - log.clientHeight < near;
      setLeftAt((at) => (following.current ? null : (at ?? lastSequence(state))));
    };
    const resized = () => {
      view.current = log.clientHeight;
      if (following.current) log.scrollTop = log.scrollHeight;
    };
    const sizes = new ResizeObserver(resized);
    for (const element of [log, ...log.children]) sizes.observe(element);
    log.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      log.removeEventListener('scroll', onScroll);
      sizes.disconnect();
    };
  }, [state.events, shown]);

  const below =
    leftAt === null
      ? null
      : events.filter((event) => event.sequence > leftAt && event.kind === 'message' && event.from !== 'visitor').length;
  return { scroller, below, toEnd };
}

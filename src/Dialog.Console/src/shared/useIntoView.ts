import { useEffect, useRef } from 'react';

/** Brings what has just appeared into view, where the page was scrolled past it. */
export function useIntoView() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void ref.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return { ref, style: { scrollMarginBlockStart: 'calc(var(--app-shell-header-height, 56px) + 1rem)' } };
}

import { useEffect, useState } from 'react';

/** The time, again every so often; one timer for each caller, still while nobody asks. */
export function useNow(everyMs = 1000, running = true): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!running) return;
    setNow(new Date());
    const timer = window.setInterval(() => setNow(new Date()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs, running]);
  return now;
}

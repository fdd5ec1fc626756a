import { useCallback, useState } from 'react';
import { useNow } from './useNow';

/** Seconds left of a wait the server asked for. */
export function useCountdown(): [left: number, start: (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const now = useNow(1000, until > Date.now());
  const start = useCallback((seconds: number) => setUntil(Date.now() + seconds * 1000), []);
  return [Math.max(0, Math.ceil((until - now.getTime()) / 1000)), start];
}

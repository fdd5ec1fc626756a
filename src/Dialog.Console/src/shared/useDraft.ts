import { useCallback, useEffect, useRef, useState } from 'react';
import { storage } from './storage';

const quietFor = 250;

export interface Draft {
  text: string;
  set: (text: string) => void;
  /** False when the device had no room for it. */
  kept: boolean;
}

/** Text that outlives a reload, a crash and an ended session. */
export function useDraft(key: string): Draft {
  const [text, setText] = useState(() => storage.get(key) ?? '');
  const [kept, setKept] = useState(true);
  const latest = useRef(text);
  const timer = useRef(0);

  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = 0;
    setKept(storage.set(key, latest.current));
  }, [key]);

  const set = useCallback((next: string) => {
    latest.current = next;
    setText(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(flush, quietFor);
  }, [flush]);

  useEffect(() => {
    const leave = () => timer.current && flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [flush]);

  return { text, set, kept };
}

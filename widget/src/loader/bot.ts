import type { Language } from '../protocol/contract';
import { backoff } from '../protocol/backoff';
import { complain, type Settings } from './script';

export interface Bot {
  name: string;
  language: Language;
}

/** Asks the server who the bot is. Null when there is no such bot, or nobody wants to know any more. */
export async function fetchBot({ base, bot }: Settings, signal: AbortSignal): Promise<Bot | null> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      const response = await fetch(`${base}api/widget/${encodeURIComponent(bot)}`, { signal, credentials: 'omit' });
      if (response.ok) return (await response.json()) as Bot;
      if (response.status < 500 && response.status !== 429) {
        complain(`${base} has no bot with the key "${bot}". Copy the snippet from the console again.`);
        return null;
      }
    } catch {
      // The server is away; the page must not notice.
    }
    await new Promise((resolve) => setTimeout(resolve, backoff(attempt) * 2));
  }
  return null;
}

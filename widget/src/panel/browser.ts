import type { ChatClient } from '../protocol/client';

/** What the browser knows before a time-out would: the network comes and goes, other tabs write. */
export function watchBrowser(client: ChatClient, prefix: string): void {
  addEventListener('online', () => client.wake());
  addEventListener('offline', () => client.cut());
  addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(prefix)) client.otherTabWrote();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) client.wake();
  });
}

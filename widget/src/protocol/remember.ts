import type { Memory } from './memory';
import type { ChatAction, ChatState } from './state';
import type { Store } from './store';

/** Writes down what the next visit, or a reload, needs. */
export function rememberChanges(store: Store<ChatState, ChatAction>, memory: Memory): void {
  let written = store.state;
  store.subscribe(() => {
    const { conversation, bot, events, seen } = store.state;
    const before = written;
    written = store.state;
    if (events === before.events && seen === before.seen && conversation === before.conversation) return;
    if (!conversation || !bot) return;
    const stored = memory.conversation;
    const elsewhere = stored?.conversation === conversation ? stored.seen : 0;
    memory.conversation = { conversation, bot, events, seen: Math.max(seen, elsewhere) };
    const arrived = new Set(events.map((event) => event.id));
    for (const { id } of memory.items) if (arrived.has(id)) memory.removeItem(id);
  });
}

import { vi } from 'vitest';
import { ChatClient } from '../../src/protocol/client';
import { Memory } from '../../src/protocol/memory';
import { memoryShelf, type Shelf } from '../../src/protocol/shelf';
import type { FakeHub } from './fakeHub';

/** One browser tab of a visitor. */
export function visitor(hub: FakeHub, shelf: Shelf = memoryShelf()) {
  const memory = new Memory(shelf);
  const client = new ChatClient({ bot: 'demo', language: 'en', open: hub.open, memory });
  return {
    client,
    memory,
    shelf,
    get state() {
      return client.store.state;
    },
    /** The conversation's messages and what is on its way, as the visitor sees them. */
    get sees(): string[] {
      const { events, outbox } = client.store.state;
      return [...events, ...outbox].flatMap(({ text }) => text || []);
    },
  };
}

/** Lets everything that is due happen, and no more. */
export const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

import type { BotInfo, VisitorEvent } from './contract';
import type { OutboxItem } from './outbox';
import type { Shelf } from './shelf';

/** The most events kept for the next visit; older ones are fetched when somebody scrolls that far. */
const keptEvents = 300;

export interface Remembered {
  conversation: string;
  bot: BotInfo;
  events: readonly VisitorEvent[];
  /** Highest sequence the visitor has had on screen, in any tab. */
  seen: number;
}

/** What a browser remembers of one bot: who the visitor is, the conversation, and what is not sent yet. */
export class Memory {
  constructor(private readonly shelf: Shelf) {}

  get token(): string | null {
    return this.shelf.get('token');
  }

  set token(value: string) {
    if (value !== this.token) this.shelf.set('token', value);
  }

  get draft(): string {
    return this.shelf.get('draft') ?? '';
  }

  set draft(text: string) {
    if (text) this.shelf.set('draft', text);
    else this.shelf.remove('draft');
  }

  get conversation(): Remembered | null {
    return parse<Remembered>(this.shelf.get('conversation'));
  }

  set conversation(value: Remembered) {
    this.shelf.set('conversation', JSON.stringify({ ...value, events: value.events.slice(-keptEvents) }));
  }

  /** One key an item, so that two tabs writing at once lose nothing. */
  saveItem(item: OutboxItem): void {
    this.shelf.set(`out:${item.id}`, JSON.stringify(item));
  }

  removeItem(id: string): void {
    this.shelf.remove(`out:${id}`);
  }

  get items(): OutboxItem[] {
    return this.shelf
      .keys()
      .filter((key) => key.startsWith('out:'))
      .map((key) => parse<OutboxItem>(this.shelf.get(key)))
      .filter((item) => item !== null)
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  }

  forget(): void {
    for (const key of this.shelf.keys()) this.shelf.remove(key);
  }
}

function parse<T>(json: string | null): T | null {
  if (!json) return null;
  try {
    return JSON.parse(json) as T;
  } catch {
    return null;
  }
}

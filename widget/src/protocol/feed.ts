import type { EventPage, Reply, VisitorEvent } from './contract';
import type { ChatAction, ChatState } from './state';
import { lastSequence } from './state';
import type { Store } from './store';

const pageSize = 200;

type Fetch = (after: number) => Promise<Reply<EventPage>>;

/**
 * Brings the conversation's events in without gaps. A push is only a hint: what continues what we have is taken,
 * anything else makes us ask for what comes after our last.
 */
export class Feed {
  /** Up to here the welcome has summed the conversation up; only what comes later changes its state. */
  #past = 0;
  #heardOf = 0;
  #busy = false;

  constructor(
    private readonly store: Store<ChatState, ChatAction>,
    private readonly fetch: Fetch,
  ) {}

  /** A new connection: until its welcome, what is pushed may belong to another conversation. */
  reset(): void {
    this.#heardOf = 0;
  }

  /** The first page, from the welcome. */
  async begin(page: EventPage, asked: number): Promise<void> {
    this.#past = page.last;
    this.#heardOf = Math.max(this.#heardOf, page.last);
    if (asked === lastSequence(this.store.state)) this.#take(page.events);
    await this.catchUp();
  }

  push(events: readonly VisitorEvent[]): void {
    if (this.store.state.link === 'online') this.#take(events);
    this.expect(Math.max(0, ...events.map((event) => event.sequence)));
  }

  /** The conversation is known to have grown this far. */
  expect(sequence: number): void {
    this.#heardOf = Math.max(this.#heardOf, sequence);
    // Nobody waits for this; a link lost meanwhile brings a new welcome.
    this.catchUp().catch(() => undefined);
  }

  async catchUp(): Promise<void> {
    if (this.#busy || this.store.state.link !== 'online') return;
    this.#busy = true;
    try {
      while (lastSequence(this.store.state) < this.#heardOf) {
        const before = lastSequence(this.store.state);
        const { value } = await this.fetch(before);
        if (!value) return;
        this.#take(value.events);
        if (value.more) this.#heardOf = Math.max(this.#heardOf, value.last);
        // A server that does not have what it announced must not keep us asking.
        if (lastSequence(this.store.state) === before) this.#heardOf = before;
      }
    } finally {
      this.#busy = false;
    }
  }

  /** One page of what came before the first event we have. False when there is no more. */
  async earlier(): Promise<boolean> {
    const first = this.store.state.events[0]?.sequence ?? 1;
    if (first <= 1) return false;
    const { value } = await this.fetch(Math.max(0, first - 1 - pageSize));
    if (!value) return false;
    this.store.dispatch({ type: 'earlier', events: value.events });
    return true;
  }

  /** Takes what continues our run; what lies beyond a gap is left for catchUp. */
  #take(events: readonly VisitorEvent[]): void {
    const fresh: VisitorEvent[] = [];
    let next = lastSequence(this.store.state) + 1;
    for (const event of [...events].sort((a, b) => a.sequence - b.sequence)) {
      if (event.sequence !== next) continue;
      fresh.push(event);
      next++;
    }
    const past = fresh.filter((event) => event.sequence <= this.#past);
    const live = fresh.slice(past.length);
    if (past.length > 0) this.store.dispatch({ type: 'received', events: past, live: false });
    if (live.length > 0) this.store.dispatch({ type: 'received', events: live, live: true });
  }
}

import { LinkLost } from './lifeline';
import type { Memory } from './memory';
import { lastSequence, type ChatAction, type ChatState } from './state';
import type { Store } from './store';
import type { Problem, Receipt, Reply } from './contract';
import { newId } from './ids';

export interface OutboxItem {
  /** Made here and kept through every try: the server takes the same id only once. */
  id: string;
  kind: 'message' | 'person' | 'choice' | 'refusal';
  text: string;
  /** The bot's message that was pressed on. */
  about?: number;
  /** What was picked under it; null for none of these. */
  choice?: string | null;
  at: string;
  order: number;
  state: 'waiting' | 'sending' | 'sent' | 'refused';
  /** Its place in the conversation, once it is sent. */
  sequence?: number;
  /** The server's words, when it refused or asked to wait. */
  problem?: Problem;
}

/** What somebody wrote or pressed. */
export type Entry = Pick<OutboxItem, 'kind' | 'text' | 'about' | 'choice'>;

/** What has no reply to tell of: the call failed on the server's side. */
export const failedOnServer: Problem = { type: 'dialog:failed', title: '', detail: '' };

/** Messages on their way: in order, one at a time, kept until the server has acknowledged them. */
export class Outbox {
  #busy = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: Store<ChatState, ChatAction>,
    private readonly memory: Memory,
    private readonly deliver: (item: OutboxItem) => Promise<Reply<Receipt>>,
    private readonly delivered: (receipt: Receipt) => void,
  ) {}

  add(entry: Entry): void {
    const order = Math.max(Date.now(), (this.#items.at(-1)?.order ?? 0) + 1);
    const item: OutboxItem = { ...entry, id: newId(), at: new Date().toISOString(), order, state: 'waiting' };
    this.memory.saveItem(item);
    this.#show([...this.#items, item]);
    void this.flush();
  }

  /** Takes over what an earlier visit or another tab left behind. */
  adopt(): void {
    const known = new Set([...this.#items.map((item) => item.id), ...this.store.state.events.map((event) => event.id)]);
    const found = this.memory.items.filter((item) => !known.has(item.id));
    if (found.length === 0) return;
    const waiting = found.map((item) => (item.state === 'refused' ? item : { ...item, state: 'waiting' as const }));
    this.#show([...this.#items, ...waiting].sort((a, b) => a.order - b.order));
  }

  /** Another tab has dealt with what was refused. */
  dropTaken(): void {
    const stored = new Set(this.memory.items.map((item) => item.id));
    const left = this.#items.filter((item) => item.state !== 'refused' || stored.has(item.id));
    if (left.length !== this.#items.length) this.#show(left);
  }

  retry(id: string): void {
    this.#change(id, ({ problem: _, ...item }) => ({ ...item, state: 'waiting' }));
    void this.flush();
  }

  /** Takes a refused message out and gives its text back, to be mended. */
  take(id: string): string {
    const text = this.#items.find((item) => item.id === id)?.text ?? '';
    this.#remove(id);
    return text;
  }

  async flush(): Promise<void> {
    if (this.#busy || this.#pause !== undefined) return;
    this.#busy = true;
    try {
      for (let item = this.#next(); item && (await this.#send(item)); item = this.#next());
    } finally {
      this.#busy = false;
    }
  }

  stop(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
  }

  get #items(): readonly OutboxItem[] {
    return this.store.state.outbox;
  }

  #next(): OutboxItem | undefined {
    if (this.store.state.link !== 'online') return undefined;
    return this.#items.find((item) => item.state === 'waiting');
  }

  /** False when there is no point in going on now. */
  async #send(item: OutboxItem): Promise<boolean> {
    this.#change(item.id, (one) => ({ ...one, state: 'sending' }));
    try {
      const { value, problem } = await this.deliver(item);
      if (value) this.#acknowledged(item.id, value);
      else return this.#refused(item.id, problem ?? failedOnServer);
      return true;
    } catch (error) {
      if (!(error instanceof LinkLost)) return this.#refused(item.id, failedOnServer);
      this.#change(item.id, (one) => ({ ...one, state: 'waiting' }));
      return false;
    }
  }

  #acknowledged(id: string, receipt: Receipt): void {
    if (receipt.sequence <= lastSequence(this.store.state)) this.#remove(id);
    else this.#change(id, ({ problem: _, ...item }) => ({ ...item, ...receipt, state: 'sent' }));
    this.memory.removeItem(id);
    this.delivered(receipt);
  }

  #refused(id: string, problem: Problem): boolean {
    const wait = problem.retryAfter ?? 0;
    this.#change(id, (item) => ({ ...item, problem, state: wait > 0 ? 'waiting' : 'refused' }));
    if (wait <= 0) return true;
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      void this.flush();
    }, wait * 1000);
    return false;
  }

  #change(id: string, change: (item: OutboxItem) => OutboxItem): void {
    const changed = this.#items.map((item) => (item.id === id ? change(item) : item));
    const item = changed.find((one) => one.id === id);
    if (!item) return;
    if (item.state !== 'sent') this.memory.saveItem(item);
    this.#show(changed);
  }

  #remove(id: string): void {
    this.memory.removeItem(id);
    this.#show(this.#items.filter((item) => item.id !== id));
  }

  #show(items: readonly OutboxItem[]): void {
    this.store.dispatch({ type: 'outbox', items });
  }
}

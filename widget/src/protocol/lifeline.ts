import type { HubConnection } from '@microsoft/signalr';
import { backoff } from './backoff';

/** The part of a SignalR connection that is used here; the one thing tests put a fake in the place of. */
export type Link = Pick<HubConnection, 'start' | 'stop' | 'invoke' | 'on' | 'onclose'>;

/** The connection went away before the answer came: nobody knows whether the call had its effect. */
export class LinkLost extends Error {
  override name = 'LinkLost';
}

/** The server asks to come back later. */
export class ComeBackLater extends Error {
  constructor(readonly seconds: number) {
    super();
  }
}

interface Hooks {
  /** Makes the connection usable. Throwing means trying again. */
  connected(link: Link): Promise<void>;
  lost(): void;
}

const patience = 15_000;
const steady = 5_000;

/** Keeps one connection up for ever, with longer and longer pauses while the other side is away. */
export class Lifeline {
  #link: Link | null = null;
  readonly #pending = new Set<() => void>();
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = true;

  constructor(
    private readonly open: () => Link,
    private readonly hooks: Hooks,
  ) {}

  start(): void {
    this.#stopped = false;
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#drop();
  }

  /** The network seems to be back: try now instead of waiting out the pause. */
  wake(): void {
    if (this.#stopped || this.#link) return;
    clearTimeout(this.#timer);
    this.#attempt = 0;
    void this.#connect();
  }

  /** The network seems to be gone: do not wait for a time-out to notice. */
  cut(): void {
    if (!this.#link || this.#stopped) return;
    this.#drop();
    this.hooks.lost();
    this.#later();
  }

  async invoke<T>(method: string, ...args: unknown[]): Promise<T> {
    const link = this.#link;
    if (!link) throw new LinkLost();
    try {
      return await this.#orLost(link.invoke<T>(method, ...args));
    } catch (error) {
      if (error instanceof LinkLost) this.#gone(link);
      throw this.#link === link ? error : new LinkLost();
    }
  }

  async #connect(): Promise<void> {
    const link = this.open();
    this.#drop();
    this.#link = link;
    link.onclose(() => this.#gone(link));
    try {
      await this.#orLost(link.start());
      if (this.#link !== link) return;
      await this.hooks.connected(link);
      this.#timer = setTimeout(() => (this.#attempt = 0), steady);
    } catch (error) {
      this.#gone(link, error instanceof ComeBackLater ? error.seconds * 1000 : 0);
    }
  }

  #gone(link: Link, atLeast = 0): void {
    if (this.#link !== link || this.#stopped) return;
    this.#drop();
    this.hooks.lost();
    this.#later(atLeast);
  }

  #later(atLeast = 0): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connect(), Math.max(atLeast, backoff(this.#attempt++)));
  }

  #drop(): void {
    const link = this.#link;
    this.#link = null;
    for (const lose of [...this.#pending]) lose();
    link?.stop().catch(() => undefined);
  }

  /** Rejects when the link is dropped or nothing comes for too long, however the promise itself may hang. */
  #orLost<T>(promise: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const lose = () => reject(new LinkLost());
      const timer = setTimeout(lose, patience);
      this.#pending.add(lose);
      const settled = () => {
        clearTimeout(timer);
        this.#pending.delete(lose);
      };
      promise.then(resolve, reject).then(settled, settled);
    });
  }
}

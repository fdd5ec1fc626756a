import { localProblem, Problem } from '../api/problem';
import type { Connection } from './state';
import type { Connect, Pushes, Wire } from './wire';

const firstDelay = 500;
const longestDelay = 30_000;

/** Doubles up to half a minute, with jitter, so that a restarted server is not stormed. */
export function backOff(attempt: number, random: number): number {
  return Math.min(longestDelay, firstDelay * 2 ** attempt) * (0.5 + random / 2);
}

export interface LinkOptions {
  connect: Connect;
  pushes: Pushes;
  onState: (state: Connection) => void;
  /** The connection is up: join and catch up. */
  onUp: () => Promise<void>;
  /** It could not be made: perhaps the session has ended. Resolves when it is worth another try. */
  onRefused: () => Promise<void>;
  random?: () => number;
}

/** Keeps one connection up for as long as it is wanted. */
export class Link {
  private wire: Wire | null = null;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted = false;
  private busy = false;
  private life = 0;

  constructor(private readonly options: LinkOptions) {}

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.options.onState('connecting');
    void this.open();
  }

  stop(): void {
    this.wanted = false;
    this.life += 1;
    this.busy = false;
    clearTimeout(this.timer);
    this.wire?.stop();
    this.wire = null;
  }

  /** The network is back or the page is looked at again: do not wait for the timer. */
  nudge(): void {
    if (!this.wanted || this.wire || this.busy) return;
    this.attempt = 0;
    clearTimeout(this.timer);
    void this.open();
  }

  async call<T>(method: string, argument: object): Promise<T> {
    if (!this.wire) throw localProblem('console:offline');
    const reply = await this.wire.invoke<T>(method, argument).catch(() => {
      throw localProblem(this.wire ? 'console:broken' : 'console:offline');
    });
    if (reply.problem) throw new Problem(reply.problem);
    return reply.value as T;
  }

  tell(method: string, argument: object): void {
    this.wire?.tell(method, argument);
  }

  private async open(): Promise<void> {
    const life = this.life;
    this.busy = true;
    try {
      const wire = await this.options.connect(this.options.pushes, () => this.lost(life));
      if (life !== this.life) return wire.stop();
      this.wire = wire;
      this.busy = false;
      this.attempt = 0;
      this.options.onState('online');
      await this.options.onUp();
    } catch {
      if (life !== this.life) return;
      await this.options.onRefused().catch(() => undefined);
      if (life !== this.life) return;
      this.busy = false;
      if (!this.wire) this.later();
    }
  }

  private lost(life: number): void {
    if (life !== this.life || !this.wire) return;
    this.wire = null;
    this.later();
  }

  private later(): void {
    this.options.onState('reconnecting');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.open(), backOff(this.attempt, (this.options.random ?? Math.random)()));
    this.attempt += 1;
  }
}

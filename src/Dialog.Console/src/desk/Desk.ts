import { asProblem, localProblem } from '../api/problem';
import type { AttachedFile, Channel, Training } from '../api/types';
import type { Progress } from '../api/upload';
import { Link } from './link';
import { extend } from './log';
import { Outbox } from './outbox';
import { DeskStore } from './store';
import type { DeliveryChange, DeskEvent, DeskItem, Joined, Page, Receipt } from './types';
import type { Connect } from './wire';

const typingLasts = 5_000;

export interface DeskOptions {
  user: string;
  connect: Connect;
  upload: (bot: string, conversation: string, file: File, progress: Progress, signal: AbortSignal) => Promise<AttachedFile>;
  onTraining: (bot: string, training: Training) => void;
  onChannel: (bot: string, channel: Channel) => void;
  /** A bot's desk was joined, perhaps again: what is only pushed may have been missed. */
  onJoined: (bot: string) => void;
  /** Perhaps the session has ended, or somebody was taken out of the team. */
  onRefused: () => Promise<void>;
}

/** Everything an agent's page does over the desk hub: one connection for each of their bots. */
export class Desk {
  readonly store = new DeskStore();
  readonly outbox: Outbox;
  private readonly links = new Map<string, Link>();
  /** Conversations being read; true when they are to be read once more, because something came meanwhile. */
  private readonly reading = new Map<string, boolean>();
  /** Conversations on a messenger whose deliveries may have changed while the connection was away. */
  private readonly stale = new Set<string>();

  constructor(private readonly options: DeskOptions) {
    this.outbox = new Outbox(options.user, this.store, {
      send: ({ bot, conversation, id, text, file }) => this.call<Receipt>(bot, 'Answer', { conversation, id, text, file: file?.id }),
      upload: ({ bot, conversation }, file, progress, signal) => options.upload(bot, conversation, file, progress, signal),
    });
  }

  start(): void {
    this.outbox.restore();
    window.addEventListener('online', this.nudge);
    document.addEventListener('visibilitychange', this.nudge);
  }

  stop(): void {
    window.removeEventListener('online', this.nudge);
    document.removeEventListener('visibilitychange', this.nudge);
    this.outbox.stop();
    this.setBots([]);
  }

  setBots(bots: readonly string[]): void {
    for (const [bot, link] of this.links) {
      if (bots.includes(bot)) continue;
      link.stop();
      this.links.delete(bot);
      this.store.dispatch({ type: 'left', bot });
    }
    for (const bot of bots) {
      if (this.links.has(bot)) continue;
      const link = this.linkTo(bot);
      this.links.set(bot, link);
      link.start();
    }
  }

  /** Reads the conversation from where the log ends, page by page; all of it where more than the log may have changed. */
  async read(bot: string, conversation: string): Promise<void> {
    if (this.reading.has(conversation)) return void this.reading.set(conversation, true);
    try {
      let after = this.stale.delete(conversation) ? 0 : this.store.get().logs[conversation]?.last ?? 0;
      for (let more = true; more;) {
        this.reading.set(conversation, false);
        const page = await this.call<Page>(bot, 'Read', { conversation, after });
        this.store.dispatch({ type: 'item', item: page.conversation });
        this.store.dispatch({ type: 'read', conversation, events: page.events });
        after = page.events.at(-1)?.sequence ?? after;
        more = (page.more && page.events.length > 0) || this.reading.get(conversation) === true;
      }
    } finally {
      this.reading.delete(conversation);
    }
  }

  take = (item: DeskItem) => this.change('Take', item);
  handBack = (item: DeskItem) => this.change('Return', item);
  close = (item: DeskItem) => this.change('Close', item);
  typing = (item: DeskItem) => this.links.get(item.bot)?.tell('Typing', { conversation: item.id });
  seen = (conversation: string) => this.store.dispatch({ type: 'seen', conversation });

  /** Sends to the visitor's messenger once more what has failed. */
  async resend(bot: string, conversation: string, sequence: number): Promise<void> {
    const deliveryNow = () => this.store.get().deliveries[conversation]?.[sequence];
    const before = deliveryNow();
    const change = await this.call<DeliveryChange>(bot, 'Resend', { conversation, sequence });
    // It may have arrived, and been said so, before the reply.
    if (deliveryNow() === before) this.store.dispatch({ type: 'delivery', ...change });
  }

  private linkTo(bot: string): Link {
    return new Link({
      connect: this.options.connect,
      pushes: {
        conversation: (item) => this.store.dispatch({ type: 'item', item }),
        events: ({ conversation, events }) => this.pushed(bot, conversation, events),
        typing: ({ conversation }) =>
          this.store.dispatch({ type: 'typing', conversation, until: Date.now() + typingLasts }),
        training: ({ bot: of, training }) => this.options.onTraining(of, training),
        delivery: (push) => this.store.dispatch({ type: 'delivery', ...push }),
        channel: ({ bot: of, channel }) => this.options.onChannel(of, channel),
      },
      onState: (connection) => {
        if (connection === 'reconnecting') this.openOf(bot).filter(({ channel }) => channel !== 'web').forEach(({ id }) => this.stale.add(id));
        this.store.dispatch({ type: 'connection', bot, connection });
      },
      onUp: () => this.catchUp(bot),
      onRefused: this.options.onRefused,
    });
  }

  private nudge = () => {
    if (document.visibilityState === 'visible') this.links.forEach((link) => link.nudge());
  };

  private call<T>(bot: string, method: string, argument: object): Promise<T> {
    return this.links.get(bot)?.call<T>(method, argument) ?? Promise.reject(localProblem('console:offline'));
  }

  private async change(method: string, { bot, id }: DeskItem): Promise<void> {
    const item = await this.call<DeskItem>(bot, method, { conversation: id });
    this.store.dispatch({ type: 'item', item });
  }

  private async join(bot: string): Promise<void> {
    try {
      const { conversations, training } = await this.call<Joined>(bot, 'Join', { bot });
      this.store.dispatch({ type: 'joined', bot, items: conversations });
      this.options.onTraining(bot, training);
      this.options.onJoined(bot);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.type === 'console:offline') return;
      this.store.dispatch({ type: 'problem', bot, problem });
      await this.options.onRefused();
    }
  }

  private async catchUp(bot: string): Promise<void> {
    await this.join(bot);
    this.outbox.flushAll(bot);
    await Promise.all(this.openOf(bot).map(({ id }) => this.read(bot, id).catch(() => undefined)));
  }

  private openOf(bot: string): DeskItem[] {
    const { items, logs } = this.store.get();
    return Object.values(items).filter((item) => item.bot === bot && logs[item.id]);
  }

  private pushed(bot: string, conversation: string, events: DeskEvent[]): void {
    const log = this.store.get().logs[conversation];
    if (!log) {
      if (this.reading.has(conversation)) this.reading.set(conversation, true);
      return;
    }
    const { gap } = extend(log, events);
    this.store.dispatch({ type: 'events', conversation, events });
    if (gap) void this.read(bot, conversation).catch(() => undefined);
  }
}

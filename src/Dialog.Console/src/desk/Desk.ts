import { asProblem } from '../api/problem';
import type { Training } from '../api/types';
import { Link } from './link';
import { extend } from './log';
import { Outbox } from './outbox';
import { DeskStore } from './store';
import type { DeskEvent, DeskItem, Joined, Page, Receipt } from './types';
import type { Connect } from './wire';

const typingLasts = 5_000;

export interface DeskOptions {
  user: string;
  connect: Connect;
  onTraining: (bot: string, training: Training) => void;
  onRefused: () => Promise<void>;
}

/** Everything an agent's page does over the desk hub. */
export class Desk {
  readonly store = new DeskStore();
  readonly outbox: Outbox;
  private readonly link: Link;
  private bots: readonly string[] = [];
  private reading = new Set<string>();

  constructor(private readonly options: DeskOptions) {
    this.outbox = new Outbox(options.user, this.store, ({ conversation, id, text }) =>
      this.link.call<Receipt>('Answer', { conversation, id, text }));
    this.link = new Link({
      connect: options.connect,
      pushes: {
        conversation: (item) => this.store.dispatch({ type: 'item', item }),
        events: ({ conversation, events }) => this.pushed(conversation, events),
        typing: ({ conversation }) =>
          this.store.dispatch({ type: 'typing', conversation, until: Date.now() + typingLasts }),
        training: ({ bot, ...training }) => options.onTraining(bot, training),
      },
      onState: (connection) => this.store.dispatch({ type: 'connection', connection }),
      onUp: () => this.catchUp(),
      onRefused: options.onRefused,
    });
  }

  start(): void {
    this.outbox.restore();
    this.link.start();
    window.addEventListener('online', this.nudge);
    document.addEventListener('visibilitychange', this.nudge);
  }

  stop(): void {
    window.removeEventListener('online', this.nudge);
    document.removeEventListener('visibilitychange', this.nudge);
    this.outbox.stop();
    this.link.stop();
  }

  setBots(bots: readonly string[]): void {
    const added = bots.filter((bot) => !this.bots.includes(bot));
    this.bots = bots;
    if (this.store.get().connection === 'online') added.forEach((bot) => void this.join(bot));
  }

  join = async (bot: string): Promise<void> => {
    try {
      const { conversations, training } = await this.link.call<Joined>('Join', { bot });
      this.store.dispatch({ type: 'joined', bot, items: conversations });
      this.options.onTraining(bot, training);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.type !== 'console:offline') this.store.dispatch({ type: 'problem', bot, problem });
    }
  };

  /** Reads the conversation from where the log ends, page by page. */
  read = async (conversation: string): Promise<void> => {
    if (this.reading.has(conversation)) return;
    this.reading.add(conversation);
    try {
      for (let more = true; more;) {
        const after = this.store.get().logs[conversation]?.last ?? 0;
        const page = await this.link.call<Page>('Read', { conversation, after });
        this.store.dispatch({ type: 'item', item: page.conversation });
        this.store.dispatch({ type: 'events', conversation, events: page.events });
        more = page.more && page.events.length > 0;
      }
    } finally {
      this.reading.delete(conversation);
    }
  };

  take = (conversation: string) => this.change('Take', conversation);
  handBack = (conversation: string) => this.change('Return', conversation);
  close = (conversation: string) => this.change('Close', conversation);
  typing = (conversation: string) => this.link.tell('Typing', { conversation });
  seen = (conversation: string) => this.store.dispatch({ type: 'seen', conversation });

  private nudge = () => {
    if (document.visibilityState === 'visible') this.link.nudge();
  };

  private async change(method: string, conversation: string): Promise<void> {
    const item = await this.link.call<DeskItem>(method, { conversation });
    this.store.dispatch({ type: 'item', item });
  }

  private async catchUp(): Promise<void> {
    await Promise.all(this.bots.map(this.join));
    this.outbox.flushAll();
    await Promise.all(Object.keys(this.store.get().logs).map((id) => this.read(id).catch(() => undefined)));
  }

  private pushed(conversation: string, events: DeskEvent[]): void {
    const log = this.store.get().logs[conversation];
    if (!log) return;
    const { gap } = extend(log, events);
    this.store.dispatch({ type: 'events', conversation, events });
    if (gap) void this.read(conversation).catch(() => undefined);
  }
}

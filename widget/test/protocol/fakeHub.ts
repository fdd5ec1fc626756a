import type { Channel, Problem, Reply, VisitorEvent, Welcome } from '../../src/protocol/contract';
import type { Link } from '../../src/protocol/lifeline';

interface HelloRequest {
  bot: string;
  token?: string;
  after?: number;
  language?: string;
}

interface Conversation {
  id: string;
  events: VisitorEvent[];
  taken: Map<string, number>;
}

type Handler = (...args: never[]) => unknown;

/** A server with one bot, behind a network that can be cut. Stands in for the SignalR connection only. */
export class FakeHub {
  up = true;
  channels: Channel[] = [];
  problem: Problem | null = null;
  /** What the next calls of Send are answered with, instead of being taken. */
  refusals: Problem[] = [];
  /** Do the work, but let the answer be lost on the way. */
  loseReplies = false;
  /** Presses change nothing. */
  stale = false;
  failing = false;
  silent = false;
  pushing = true;
  pageSize = 200;
  /** Happens after the welcome was put together and before it arrives. */
  onHello = (): unknown => undefined;
  readonly calls: { method: string; argument: unknown }[] = [];
  readonly conversations = new Map<string, Conversation>();
  readonly #links = new Set<FakeLink>();

  open = (): Link => new FakeLink(this) as unknown as Link;

  get links(): number {
    return this.#links.size;
  }

  conversation(token = 'token-1'): Conversation {
    const found = this.conversations.get(token);
    if (!found) throw new Error(`nobody has the token ${token}`);
    return found;
  }

  said(token?: string): string[] {
    return this.conversation(token).events.flatMap((event) => (event.from === 'visitor' ? (event.text ?? '') : []));
  }

  counted(method: string): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  cut(): void {
    for (const link of [...this.#links]) link.close();
  }

  /** Appends to the conversation and tells everybody who listens. */
  append(event: Partial<VisitorEvent>, { push = this.pushing, token = 'token-1' } = {}): VisitorEvent {
    const conversation = this.conversation(token);
    const sequence = conversation.events.length + 1;
    const whole: VisitorEvent = { sequence, at: new Date().toISOString(), kind: 'message', ...event };
    conversation.events.push(whole);
    if (push) this.push('events', [whole], conversation);
    return whole;
  }

  push(name: string, argument: unknown, conversation = this.conversation()): void {
    for (const link of this.#links) if (link.conversation === conversation) link.hear(name, argument);
  }

  attach(link: FakeLink): void {
    this.#links.add(link);
  }

  detach(link: FakeLink): void {
    this.#links.delete(link);
  }

  answer(link: FakeLink, method: string, argument: unknown): unknown {
    this.calls.push({ method, argument });
    switch (method) {
      case 'Hello':
        return this.#hello(link, argument as HelloRequest);
      case 'Send':
        return this.#send(link, argument as { id: string; text: string });
      case 'Link':
        return { value: { url: `https://t.me/shop_bot?start=${(argument as { channel: string }).channel}` }, problem: null };
      case 'After': {
        const { events } = link.joined;
        return { value: this.#page(events, (argument as { after: number }).after), problem: null };
      }
      case 'AskForPerson': {
        const { id } = argument as { id: string };
        return this.#once(link, id, () => this.append({ kind: 'handoff' }, { token: link.token }));
      }
      case 'Choose': {
        const { id, sequence, choice } = argument as { id: string; sequence: number; choice: string | null };
        if (this.stale) return { value: { sequence: link.joined.events.length, at: new Date().toISOString() }, problem: null };
        const text = link.joined.events[sequence - 1]?.choices?.find((one) => one.id === choice)?.title ?? 'None of these';
        return this.#once(link, id, () => this.append({ from: 'visitor', id, text }, { token: link.token }));
      }
      case 'Reject': {
        const { id } = argument as { id: string };
        return this.#once(link, id, () => this.append({ from: 'visitor', id, text: 'Not that' }, { token: link.token }));
      }
      default:
        return null;
    }
  }

  #hello(link: FakeLink, { token, after = 0 }: HelloRequest): Reply<Welcome> {
    if (this.problem) return { value: null, problem: this.problem };
    if (!token || !this.conversations.has(token)) {
      token = `token-${this.conversations.size + 1}`;
      this.conversations.set(token, { id: `conversation-${token}`, events: [], taken: new Map() });
    }
    link.token = token;
    link.conversation = this.conversation(token);
    const { id, events } = link.conversation;
    const kinds = events.map((event) => event.kind);
    const state = kinds.lastIndexOf('handoff') > kinds.lastIndexOf('returned') ? 'waiting' : 'bot';
    const bot = { name: 'Tea shop', language: 'en' as const, greeting: 'Hello there!', channels: this.channels };
    const page = this.#page(events, after);
    this.onHello();
    return { value: { token, conversation: id, bot, state, agent: null, ...page }, problem: null };
  }

  #page(events: VisitorEvent[], after: number) {
    const page = events.slice(after, after + this.pageSize);
    return { events: page, last: events.length, more: after + page.length < events.length };
  }

  #send(link: FakeLink, { id, text }: { id: string; text: string }) {
    const problem = this.refusals.shift();
    if (problem) return { value: null, problem };
    return this.#once(link, id, () => this.append({ from: 'visitor', id, text }, { token: link.token }));
  }

  #once({ joined }: FakeLink, id: string, append: () => VisitorEvent) {
    const sequence = joined.taken.get(id) ?? append().sequence;
    joined.taken.set(id, sequence);
    return { value: { sequence, at: new Date().toISOString() }, problem: null };
  }
}

class FakeLink {
  conversation: Conversation | null = null;
  token = '';
  readonly #handlers = new Map<string, Handler>();
  #closed: (() => void)[] = [];
  #open = false;
  #pending = new Set<(reason: Error) => void>();

  constructor(private readonly hub: FakeHub) {}

  get joined(): Conversation {
    if (!this.conversation) throw new Error('Hello comes first');
    return this.conversation;
  }

  async start(): Promise<void> {
    await Promise.resolve();
    if (!this.hub.up) throw new Error('nobody there');
    this.#open = true;
    this.hub.attach(this);
  }

  async stop(): Promise<void> {
    this.close();
  }

  on(name: string, handler: Handler): void {
    this.#handlers.set(name, handler);
  }

  onclose(callback: () => void): void {
    this.#closed.push(callback);
  }

  hear(name: string, argument: unknown): void {
    this.#handlers.get(name)?.(structuredClone(argument) as never);
  }

  invoke(method: string, argument?: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.#open) return reject(new Error('not connected'));
      this.#pending.add(reject);
      if (this.hub.failing && method === 'Send') return reject(new Error('HubException'));
      if (this.hub.silent) return;
      queueMicrotask(() => {
        if (!this.#open) return;
        const reply = structuredClone(this.hub.answer(this, method, argument));
        if (this.hub.loseReplies && /^(Send|Choose|Reject)$/.test(method)) this.close();
        else resolve(reply);
      });
    });
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.hub.detach(this);
    for (const reject of this.#pending) reject(new Error('connection closed'));
    for (const callback of this.#closed) callback();
  }
}

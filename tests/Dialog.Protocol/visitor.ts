import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import { randomUUID } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';

export interface Problem { type: string; title: string; detail: string; retryAfter?: number }
export type Reply<T> = { value: T; problem: null } | { value: null; problem: Problem };
export interface Acknowledged { sequence: number; at: string }
export interface VisitorEvent {
  sequence: number; at: string; kind: string;
  id?: string | null; from?: string | null; name?: string | null; text?: string | null;
  choices?: { id: string; title: string }[]; canReject?: true;
}
export interface Page { events: VisitorEvent[]; last: number; more: boolean }
export interface Welcome extends Page {
  token: string; conversation: string; state: string; agent: { name: string } | null;
  bot: { name: string; language: string; greeting: string };
}

/** How a client may reach the hub: by a socket straight away, or by asking first what is to be had. */
export const transports = {
  'a bare WebSocket': { skipNegotiation: true, transport: HttpTransportType.WebSockets },
  'negotiation': {},
  'server-sent events': { transport: HttpTransportType.ServerSentEvents },
  'long polling': { transport: HttpTransportType.LongPolling },
};

/** A visitor's connection that keeps every event pushed to it. */
export class Visitor {
  readonly pushed: VisitorEvent[] = [];
  #waiting: (() => void)[] = [];

  private constructor(readonly connection: HubConnection) {
    connection.on('events', (events: VisitorEvent[]) => {
      this.pushed.push(...events);
      for (const look of this.#waiting) look();
    });
  }

  static async connect(how: object = transports['a bare WebSocket'], address = inject('address')): Promise<Visitor> {
    const connection = new HubConnectionBuilder()
      .withUrl(`${address}/hubs/chat`, how)
      .configureLogging(LogLevel.None)
      .build();
    const visitor = new Visitor(connection);
    await connection.start();
    onTestFinished(() => connection.stop());
    return visitor;
  }

  /** Connects and says hello; the bot is the English demo shop unless told. */
  static async arrive(hello: object = {}, how?: object, address?: string): Promise<Visitor & { welcome: Welcome }> {
    const visitor = await Visitor.connect(how, address);
    const reply = await visitor.hello(hello);
    if (reply.problem) throw new Error(reply.problem.title);
    return Object.assign(visitor, { welcome: reply.value });
  }

  hello = (hello: object): Promise<Reply<Welcome>> => this.connection.invoke('Hello', { bot: 'demo-en', ...hello });
  send = (text: string, id: string = randomUUID()): Promise<Reply<Acknowledged>> => this.connection.invoke('Send', { id, text });
  after = (after: number): Promise<Reply<Page>> => this.connection.invoke('After', { after });
  askForPerson = (id: string = randomUUID()): Promise<Reply<Acknowledged>> => this.connection.invoke('AskForPerson', { id });

  choose = (sequence: number, choice: string | null, id: string = randomUUID()): Promise<Reply<Acknowledged>> =>
    this.connection.invoke('Choose', { id, sequence, choice });
  reject = (sequence: number, id: string = randomUUID()): Promise<Reply<Acknowledged>> =>
    this.connection.invoke('Reject', { id, sequence });

  /** The first pushed event that fits; it may have come already. */
  async event(fits: (event: VisitorEvent) => boolean): Promise<VisitorEvent> {
    const found = this.pushed.find(fits);
    if (found) return found;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.event(fits);
  }

  /** Everything the server has of the conversation. */
  async all(): Promise<VisitorEvent[]> {
    const reply = await this.after(0);
    if (reply.problem) throw new Error(reply.problem.title);
    return reply.value.events;
  }
}

import type { AttachedFile } from '../src/api/types';
import type { DeskEvent, DeskItem, Reply } from '../src/desk/types';
import type { Pushes, Wire } from '../src/desk/wire';
import { event, item } from './desk.data';

interface Argument {
  after?: number;
  text?: string;
  file?: string;
  sequence?: number;
}

/** A server in memory: one bot, one conversation whose log can grow while nobody is connected. */
export class FakeHub {
  log: DeskEvent[] = [event(1)];
  pageSize = 200;
  head: Partial<DeskItem> = { waitingSince: '2026-11-21T10:00:00Z' };
  told: string[] = [];
  up = true;
  connections = 0;
  calls: string[] = [];
  /** What was uploaded, by id. */
  files = new Map<string, AttachedFile>();
  pushes: Pushes | null = null;
  private closed: (() => void) | null = null;

  connect = async (pushes: Pushes, closed: () => void): Promise<Wire> => {
    this.connections += 1;
    if (!this.up) throw new Error('refused');
    this.pushes = pushes;
    this.closed = closed;
    return { invoke: (method, argument) => this.invoke(method, argument), tell: (method) => this.told.push(method), stop: () => undefined };
  };

  drop(): void {
    this.up = false;
    this.closed?.();
  }

  private async invoke<T>(method: string, argument: object): Promise<Reply<T>> {
    this.calls.push(method);
    if (!this.up) throw new Error('gone');
    const value = this.answer(method, argument as Argument);
    return { value: value as T, problem: null };
  }

  private answer(method: string, { after = 0, text = '', file, sequence }: Argument): unknown {
    if (method === 'Take') this.head = { state: 'agent', agent: { id: 'me', name: 'Sara' } };
    if (method === 'Close') this.head = { state: 'closed', agent: null };
    if (method === 'Return') this.head = { state: 'bot', agent: null };
    const one = item('a', { ...this.head, last: this.log.length });
    if (method === 'Join') return { conversations: [one], training: { state: 'live' } };
    if (method === 'Answer') {
      this.log.push(event(this.log.length + 1, { from: 'agent', agentId: 'me', name: 'Sara', text, file: file ? this.files.get(file) : null }));
      this.pushes?.events({ conversation: 'a', events: this.log.slice(-1) });
      return { sequence: this.log.length, at: '' };
    }
    if (method === 'Resend') {
      this.pushes?.delivery({ conversation: 'a', sequence: sequence!, delivery: null });
      return { conversation: 'a', sequence, delivery: { state: 'delayed' } };
    }
    if (method !== 'Read') return one;
    const events = this.log.slice(after, after + this.pageSize);
    return { conversation: one, events, last: this.log.length, more: after + events.length < this.log.length };
  }
}

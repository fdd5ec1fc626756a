import { asProblem, type Problem } from '../api/problem';
import { readJson, storage } from '../shared/storage';
import type { DeskStore } from './store';
import type { Outgoing, Receipt } from './types';

export type Send = (entry: Outgoing) => Promise<Receipt>;

const isOutgoing = (value: unknown): value is Outgoing => {
  const entry = value as Partial<Outgoing> | null;
  return typeof entry?.id === 'string' && typeof entry.bot === 'string'
    && typeof entry.conversation === 'string' && typeof entry.text === 'string';
};

// crypto.randomUUID only exists on https and localhost.
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const passing = new Set(['console:offline', 'console:broken', 'dialog:signed-out']);

/**
 * Answers stay here, also over a reload, until the server has acknowledged them; their ids make sending again harmless.
 * Each has a storage key of its own, so that two tabs do not overwrite each other.
 */
export class Outbox {
  private sending = new Set<string>();
  private timers = new Set<ReturnType<typeof setTimeout>>();
  private latest = 0;

  constructor(private readonly owner: string, private readonly store: DeskStore, private readonly send: Send) {}

  restore(): void {
    const prefix = this.key('');
    const kept = storage.keys().filter((key) => key.startsWith(prefix)).map((key) => readJson(key, isOutgoing));
    kept.filter((entry) => entry !== null).sort((a, b) => a.at.localeCompare(b.at))
      .forEach((entry) => this.store.dispatch({ type: 'queued', entry }));
  }

  add(bot: string, conversation: string, text: string): void {
    const entry: Outgoing = { id: newId(), bot, conversation, text, at: this.now() };
    this.keep(entry);
    this.store.dispatch({ type: 'queued', entry });
    void this.flush(conversation);
  }

  /** The person has decided: once more, or not at all. */
  retry(entry: Outgoing): void {
    this.change({ ...entry, problem: undefined });
    void this.flush(entry.conversation);
  }

  drop(entry: Outgoing): void {
    storage.set(this.key(entry.id), '');
    this.store.dispatch({ type: 'dropped', id: entry.id });
  }

  flushAll(bot: string): void {
    new Set(this.pending().filter((entry) => entry.bot === bot).map(({ conversation }) => conversation)).forEach((id) => void this.flush(id));
  }

  stop(): void {
    this.timers.forEach(clearTimeout);
    this.timers.clear();
  }

  /** Never the same twice: two answers of one millisecond keep their order over a reload. */
  private now(): string {
    this.latest = Math.max(Date.now(), this.latest + 1);
    return new Date(this.latest).toISOString();
  }

  /** One at a time in a conversation, in the order they were written. */
  private async flush(conversation: string): Promise<void> {
    if (this.sending.has(conversation)) return;
    this.sending.add(conversation);
    try {
      for (let entry = this.next(conversation); entry; entry = this.next(conversation)) {
        if (!(await this.attempt(entry))) return;
      }
    } finally {
      this.sending.delete(conversation);
    }
  }

  private async attempt(entry: Outgoing): Promise<boolean> {
    try {
      const { sequence } = await this.send(entry);
      storage.set(this.key(entry.id), '');
      this.store.dispatch({ type: 'changed', entry: { ...entry, sequence } });
      return true;
    } catch (error) {
      return this.failed(entry, asProblem(error));
    }
  }

  private failed(entry: Outgoing, problem: Problem): boolean {
    if (passing.has(problem.type)) return false;
    if (problem.type === 'dialog:too-many') {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        void this.flush(entry.conversation);
      }, (problem.retryAfter ?? 5) * 1000);
      this.timers.add(timer);
      return false;
    }
    this.change({ ...entry, problem: problem.body });
    return true;
  }

  private change(entry: Outgoing): void {
    this.keep(entry);
    this.store.dispatch({ type: 'changed', entry });
  }

  private pending = () => this.store.get().outbox.filter(({ sequence, problem }) => sequence === undefined && !problem);
  private next = (conversation: string) => this.pending().find((entry) => entry.conversation === conversation);
  private keep = (entry: Outgoing) => storage.set(this.key(entry.id), JSON.stringify(entry));
  private key = (id: string) => `dialog.outbox.${this.owner}.${id}`;
}

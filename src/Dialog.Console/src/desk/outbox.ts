import { asProblem, localProblem, type Problem } from '../api/problem';
import type { AttachedFile } from '../api/types';
import type { Progress } from '../api/upload';
import { readJson, storage } from '../shared/storage';
import type { DeskStore } from './store';
import type { Outgoing, Receipt } from './types';

export interface Ways {
  send: (entry: Outgoing) => Promise<Receipt>;
  upload: (entry: Outgoing, file: File, progress: Progress, signal: AbortSignal) => Promise<AttachedFile>;
}

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
  /** What is to be uploaded, by the entry it goes with; it cannot outlive the page. */
  private files = new Map<string, { file: File; stop: AbortController }>();
  private timers = new Set<ReturnType<typeof setTimeout>>();
  private latest = 0;

  constructor(private readonly owner: string, private readonly store: DeskStore, private readonly ways: Ways) {}

  restore(): void {
    const prefix = this.key('');
    const kept = storage.keys().filter((key) => key.startsWith(prefix)).map((key) => readJson(key, isOutgoing));
    kept.filter((entry) => entry !== null).sort((a, b) => a.at.localeCompare(b.at))
      .forEach((entry) => this.store.dispatch({ type: 'queued', entry }));
  }

  add(bot: string, conversation: string, text: string, file?: File): void {
    const entry: Outgoing = { id: newId(), bot, conversation, text, at: this.now() };
    if (file) {
      entry.attachment = { name: file.name, type: file.type, size: file.size };
      this.files.set(entry.id, { file, stop: new AbortController() });
    }
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
    this.files.get(entry.id)?.stop.abort();
    this.forget(entry);
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
      const ready = entry.attachment && !entry.file ? await this.upload(entry) : entry;
      if (!this.find(entry)) return true;
      const { sequence } = await this.ways.send(ready);
      this.forget(entry);
      this.store.dispatch({ type: 'changed', entry: { ...ready, sequence } });
      return true;
    } catch (error) {
      return !this.find(entry) || this.failed(entry, asProblem(error));
    }
  }

  private async upload(entry: Outgoing): Promise<Outgoing> {
    const kept = this.files.get(entry.id);
    if (!kept) throw localProblem('console:file-lost');
    const progress = (share: number) => this.store.dispatch({ type: 'changed', entry: { ...entry, progress: share } });
    const file = await this.ways.upload(entry, kept.file, progress, kept.stop.signal);
    const ready = { ...entry, file };
    if (this.find(entry)) this.change(ready);
    return ready;
  }

  private failed(tried: Outgoing, problem: Problem): boolean {
    const entry = this.find(tried) ?? tried;
    // An upload goes another way than the live connection, whose return would not try it again.
    const stuck = entry.attachment && !entry.file && this.store.get().connections[entry.bot] === 'online';
    if (passing.has(problem.type) && !stuck) return false;
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

  private forget({ id }: Outgoing): void {
    storage.set(this.key(id), '');
    this.files.delete(id);
  }

  private change(entry: Outgoing): void {
    this.keep(entry);
    this.store.dispatch({ type: 'changed', entry });
  }

  private find = ({ id }: Outgoing) => this.store.get().outbox.find((entry) => entry.id === id);
  private pending = () => this.store.get().outbox.filter(({ sequence, problem }) => sequence === undefined && !problem);
  private next = (conversation: string) => this.pending().find((entry) => entry.conversation === conversation);
  private keep = (entry: Outgoing) => storage.set(this.key(entry.id), JSON.stringify(entry));
  private key = (id: string) => `dialog.outbox.${this.owner}.${id}`;
}

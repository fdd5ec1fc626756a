import type { FromPanel, ToPanel } from '../bridge';
import type { Language, Mode, Sender } from '../protocol/contract';
import { isLanguage } from '../strings';
import { Frame } from './frame';
import { fetchBot } from './bot';
import { Notes } from './notes';
import type { Settings } from './script';
import { Shell } from './shell';

export interface WidgetEvents {
  ready: undefined;
  open: undefined;
  close: undefined;
  unread: number;
  mode: Mode;
  message: { from: Sender; sequence: number };
}

type Listener = (detail: never) => void;

/** One bot on the page. Calls made before it is ready wait until it is. */
export class Widget {
  #listeners = new Map<keyof WidgetEvents, Set<Listener>>();
  #waiting: (() => void)[] = [];
  #settings: Settings | null = null;
  #shell: Shell | null = null;
  #frame: Frame | null = null;
  #gone = new AbortController();

  constructor(
    private readonly key: string,
    private readonly forget: () => void,
  ) {}

  get mounted(): boolean {
    return this.#settings !== null;
  }

  mount(settings: Settings): void {
    this.#settings = settings;
    const start = () => void this.#start(settings);
    if (document.body) start();
    else document.addEventListener('DOMContentLoaded', start, { signal: this.#gone.signal });
  }

  open(): void {
    this.#ready(() => this.#open(true));
  }

  close(): void {
    this.#ready(() => this.#close());
  }

  toggle(): void {
    this.#ready(() => (this.#shell?.opened ? this.#close() : this.#open(true)));
  }

  show(): void {
    this.#ready(() => this.#shell?.show(true));
  }

  hide(): void {
    this.#ready(() => {
      this.#close();
      this.#shell?.show(false);
    });
  }

  /** Sends as the visitor, in sight of the visitor. */
  sendMessage(text: string): void {
    this.#ready(() => {
      this.#open(false);
      this.#tell({ dialog: 'send', text: String(text) });
    });
  }

  setLocale(locale: Language): void {
    if (!isLanguage(locale)) return;
    this.#ready(() => {
      this.#shell?.speak(locale);
      this.#frame?.setLocale(locale);
    });
  }

  reset(): void {
    this.#ready(() => this.#tell({ dialog: 'reset' }));
  }

  destroy(): void {
    this.#gone.abort();
    this.#frame?.destroy();
    this.#shell?.destroy();
    this.#shell = this.#frame = null;
    this.#waiting = [];
    this.forget();
  }

  on<N extends keyof WidgetEvents>(event: N, listener: (detail: WidgetEvents[N]) => void): void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
  }

  off<N extends keyof WidgetEvents>(event: N, listener: (detail: WidgetEvents[N]) => void): void {
    this.#listeners.get(event)?.delete(listener);
  }

  async #start(settings: Settings): Promise<void> {
    const bot = await fetchBot(settings, this.#gone.signal);
    if (!bot) return;
    const notes = new Notes(this.key);
    const shell = new Shell(settings, bot, {
      toggle: () => this.toggle(),
      close: () => this.#close(),
    });
    this.#shell = shell;
    this.#frame = new Frame(settings, shell, bot, notes, (message) => this.#heard(message, notes));
    this.on('open', () => (notes.opened = true));
    this.on('close', () => (notes.opened = false));
    this.#emit('ready', undefined);
    for (const call of this.#waiting.splice(0)) call();
    const wide = innerWidth >= (settings.openFrom ?? 640);
    if (!shell.opened && wide && (notes.opened ?? settings.openFrom !== null)) this.#open(false);
    // Somebody may answer while the panel is closed: the count on the launcher needs a connection.
    else if (notes.personExpected) this.#frame.load();
  }

  #ready(call: () => void): void {
    if (this.#shell) call();
    else this.#waiting.push(call);
  }

  #tell(message: ToPanel): void {
    this.#frame?.tell(message);
  }

  #open(focus: boolean): void {
    if (!this.#shell || !this.#frame) return;
    this.#shell.show(true);
    const was = this.#shell.opened;
    this.#frame.load();
    this.#shell.open(true);
    this.#tell({ dialog: 'shown', focus });
    if (focus) this.#frame.focus();
    if (!was) this.#emit('open', undefined);
  }

  #close(): void {
    if (!this.#shell?.opened) return;
    this.#shell.open(false);
    this.#tell({ dialog: 'hidden' });
    this.#emit('close', undefined);
  }

  #heard(message: FromPanel, notes: Notes): void {
    switch (message.dialog) {
      case 'ready':
        return;
      case 'close':
        return this.#close();
      case 'unread':
        this.#shell?.count(message.count);
        return this.#emit('unread', message.count);
      case 'mode':
        notes.personExpected = message.mode === 'waiting' || message.mode === 'agent';
        return this.#emit('mode', message.mode);
      case 'message':
        return this.#emit('message', { from: message.from, sequence: message.sequence });
    }
  }

  #emit<N extends keyof WidgetEvents>(event: N, detail: WidgetEvents[N]): void {
    for (const listener of this.#listeners.get(event) ?? []) {
      try {
        (listener as (detail: WidgetEvents[N]) => void)(detail);
      } catch (error) {
        console.error(error);
      }
    }
  }
}

import type { FromPanel, ToPanel } from '../bridge';
import type { Language } from '../protocol/contract';
import type { Bot } from './bot';
import type { Notes } from './notes';
import type { Settings } from './script';
import type { Shell } from './shell';

/** The iframe with the panel; made when it is first needed. */
export class Frame {
  #frame: HTMLIFrameElement | null = null;
  #ready = false;
  #queue: ToPanel[] = [];
  #locale: Language;
  readonly #origin: string;

  constructor(
    private readonly settings: Settings,
    private readonly shell: Shell,
    bot: Bot,
    private readonly notes: Notes,
    private readonly heard: (message: FromPanel) => void,
  ) {
    this.#locale = settings.locale ?? bot.language;
    this.#origin = new URL(settings.base).origin;
  }

  load(): void {
    if (this.#frame) return;
    const frame = document.createElement('iframe');
    const query = new URLSearchParams({ bot: this.settings.bot, locale: this.#locale });
    // The part behind # stays in the browser.
    frame.src = `${this.settings.base}widget/panel?${query}#${this.notes.token}`;
    frame.title = this.shell.title;
    addEventListener('message', this.#listen);
    this.#frame = frame;
    this.shell.panel.append(frame);
  }

  tell(message: ToPanel): void {
    this.load();
    if (this.#ready) this.#frame?.contentWindow?.postMessage(message, this.#origin);
    else this.#queue.push(message);
  }

  focus(): void {
    this.#frame?.focus();
  }

  setLocale(locale: Language): void {
    this.#locale = locale;
    if (!this.#frame) return;
    this.#frame.title = this.shell.title;
    this.tell({ dialog: 'locale', locale });
  }

  destroy(): void {
    removeEventListener('message', this.#listen);
    this.#frame?.remove();
  }

  readonly #listen = ({ source, origin, data }: MessageEvent<FromPanel>): void => {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== this.#origin) return;
    if (data.dialog === 'ready') {
      this.#ready = true;
      for (const message of this.#queue.splice(0)) this.tell(message);
    }
    if (data.dialog === 'keep') this.notes.token = data.token;
    else this.heard(data);
  };
}

import type { Language } from '../protocol/contract';
import { digits, directionOf, type LauncherStrings } from '../strings';
import { launcher as en } from '../strings/en';
import { launcher as fa } from '../strings/fa';
import type { Bot } from './bot';
import type { Settings } from './script';
import css from './shell.css?inline';
import { fitPhone } from './phone';

interface Hooks {
  toggle(): void;
  close(): void;
}

const shapes =
  '<svg viewBox="0 0 24 24" aria-hidden="true">' +
  '<path class="talk" d="M12 4c4.7 0 8.5 3.1 8.5 7s-3.8 7-8.5 7c-.9 0-1.8-.1-2.6-.3L5 20l.9-3.5C4.4 15.2 3.5 13.2 3.5 11c0-3.9 3.8-7 8.5-7z"/>' +
  '<path class="down" d="M6 9.500l6 6 6-6"/></svg><span class="count" hidden></span>';

/** What the page itself carries: a launcher and the place of the panel, in a shadow root of their own. */
export class Shell {
  readonly panel = document.createElement('div');
  readonly #host = document.createElement('div');
  readonly #box = document.createElement('div');
  readonly #button = document.createElement('button');
  #language: Language;
  #unread = 0;
  #undoPhone = () => {};

  constructor(
    settings: Settings,
    private readonly bot: Bot,
    hooks: Hooks,
  ) {
    this.#language = settings.locale ?? bot.language;
    this.#host.dataset.dialog = settings.bot;
    const root = this.#host.attachShadow({ mode: 'open' });
    dress(root, settings.nonce);
    this.#box.className = `box ${settings.position}`;
    this.panel.id = 'panel';
    this.panel.className = 'panel';
    this.panel.setAttribute('role', 'dialog');
    this.panel.hidden = true;
    this.#button.type = 'button';
    this.#button.className = 'launcher';
    this.#button.innerHTML = shapes;
    this.#button.setAttribute('aria-controls', 'panel');
    this.#button.addEventListener('click', hooks.toggle);
    this.#box.addEventListener('keydown', (event) => event.key === 'Escape' && hooks.close());
    this.#box.append(this.panel, this.#button);
    root.append(this.#box);
    this.#draw();
    document.body.append(this.#host);
  }

  get opened(): boolean {
    return !this.panel.hidden;
  }

  get title(): string {
    return this.#strings.frame(this.bot.name);
  }

  open(opened: boolean): void {
    if (opened === this.opened) return;
    const hadFocus = this.#host.contains(document.activeElement);
    this.panel.hidden = !opened;
    this.#host.classList.toggle('open', opened);
    this.#undoPhone();
    this.#undoPhone = opened ? fitPhone(this.panel) : () => {};
    this.#draw();
    if (!opened && hadFocus) this.#button.focus();
  }

  count(unread: number): void {
    this.#unread = unread;
    this.#draw();
  }

  speak(language: Language): void {
    this.#language = language;
    this.#draw();
  }

  show(visible: boolean): void {
    this.#host.hidden = !visible;
  }

  destroy(): void {
    this.#undoPhone();
    this.#host.remove();
  }

  get #strings(): LauncherStrings {
    return this.#language === 'fa' ? fa : en;
  }

  #draw(): void {
    const { opened } = this;
    const strings = this.#strings;
    const unread = opened ? 0 : this.#unread;
    const number = digits(this.#language, unread);
    const action = opened ? strings.close : strings.open;
    this.#box.dir = directionOf(this.#language);
    this.#box.lang = this.#language;
    this.#box.classList.toggle('opened', opened);
    this.panel.setAttribute('aria-label', this.title);
    this.#button.setAttribute('aria-expanded', String(opened));
    this.#button.setAttribute('aria-label', unread ? `${action} · ${strings.unread(number)}` : action);
    const badge = this.#button.querySelector<HTMLElement>('.count');
    if (!badge) return;
    badge.hidden = unread === 0;
    badge.textContent = number;
  }
}

/** A constructed sheet passes any content security policy; older browsers get a style element with the nonce. */
function dress(root: ShadowRoot, nonce: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = css;
    root.append(style);
  }
}

import { isLanguage } from '../strings';
import type { Language } from '../protocol/contract';

export interface Settings {
  bot: string;
  /** The folder this script came from, with its last slash. */
  base: string;
  position: 'start' | 'end';
  /** Opens by itself where the window is at least this wide (CSS pixels); null: never. */
  openFrom: number | null;
  locale: Language | null;
  nonce: string;
}

/** Wide enough for the panel to stand beside the page rather than over it. */
const roomy = 640;

export function ownScript(): HTMLScriptElement | null {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement) return current;
  return document.querySelector<HTMLScriptElement>('script[src*="widget.js"]');
}

export function readSettings(script: HTMLScriptElement): Settings | null {
  const { bot, position, open, locale } = script.dataset;
  if (!bot) {
    complain('the script tag has no data-bot. Copy the snippet from the console again.');
    return null;
  }
  return {
    bot,
    base: new URL('.', script.src).href,
    position: position === 'start' ? 'start' : 'end',
    openFrom: open === undefined || open === 'false' ? null : Number(open) || roomy,
    locale: isLanguage(locale) ? locale : null,
    nonce: script.nonce,
  };
}

export function complain(what: string): void {
  console.error(`Dialog: ${what}`);
}

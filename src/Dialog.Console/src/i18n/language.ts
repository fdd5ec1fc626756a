import type { Language } from '../api/types';

const key = 'dialog.language';
const listeners = new Set<() => void>();

function remembered(): Language | null {
  const value = readItem(key);
  return value === 'fa' || value === 'en' ? value : null;
}

function readItem(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

const ofBrowser = (): Language => (navigator.languages.some((tag) => tag.toLowerCase().startsWith('fa')) ? 'fa' : 'en');

let language: Language = remembered() ?? ofBrowser();
apply();

function apply(): void {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
}

function set(next: Language): void {
  language = next;
  apply();
  listeners.forEach((listener) => listener());
}

export const currentLanguage = (): Language => language;

/** The reader's own choice: remembered on this device. */
export function chooseLanguage(next: Language): void {
  try {
    localStorage.setItem(key, next);
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
  set(next);
}

export function subscribeLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

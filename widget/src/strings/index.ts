import type { Channel, Language } from '../protocol/contract';

// Numbers come in as text, already in the digits of the language.

export interface LauncherStrings {
  open: string;
  close: string;
  unread(count: string): string;
  frame(name: string): string;
}

export interface PanelStrings {
  automatic: string;
  waiting: string;
  answering(name: string): string;
  closed: string;
  connecting: string;
  lost: string;
  close: string;
  log: string;
  you: string;
  said(name: string): string;
  earlier: string;
  newMessages(count: string): string;
  latest: string;
  today: string;
  yesterday: string;
  typing(name: string): string;
  noneOfThese: string;
  notMyAnswer: string;
  rejection: string;
  handoff: string;
  taken(name: string): string;
  returned(name: string): string;
  ended: string;
  person: string;
  askingPerson: string;
  write: string;
  send: string;
  left(count: string): string;
  over(count: string): string;
  sending: string;
  unsent: string;
  sent: string;
  failed: string;
  failedAdvice: string;
  again: string;
  edit: string;
  dismiss: string;
  picture(name: string): string;
  goOn: string;
  goOnAdvice: string;
  noLink: string;
  messenger: Record<Channel['provider'], string>;
  noBot: string;
  noBotAdvice: string;
}

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'fa' ? 'rtl' : 'ltr');

export const isLanguage = (value: unknown): value is Language => value === 'fa' || value === 'en';

export const digits = (language: Language, number: number): string =>
  new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en').format(number);

import type { Language } from '../protocol/contract';
import type { PanelStrings } from '../strings';

const locales: Record<Language, string> = { fa: 'fa-IR-u-ca-persian-nu-arabext', en: 'en-GB' };

const format = (language: Language, date: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locales[language], options).format(date);

export const dayOf = (at: string): string => new Date(at).toDateString();

export const clock = (language: Language, at: string): string =>
  format(language, new Date(at), { hour: '2-digit', minute: '2-digit' });

/** "Today", "Yesterday", or the date; the year only where it is another one. */
export function dayName(language: Language, strings: PanelStrings, at: string, now: Date): string {
  const date = new Date(at);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return strings.today;
  if (date.toDateString() === yesterday.toDateString()) return strings.yesterday;
  const year = { year: 'numeric' } as const;
  // Not the weekday and the year together: fa-IR has no natural order for the two.
  const sameYear = format(language, date, year) === format(language, now, year);
  return format(language, date, { day: 'numeric', month: 'long', ...(sameYear ? { weekday: 'long' } : year) });
}

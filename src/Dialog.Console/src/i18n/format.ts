import type { Language } from '../api/types';

const localeOf = { fa: 'fa-IR', en: 'en-GB' } as const;

/** Numbers, dates and spans of time as a reader of the language writes them. */
export interface Format {
  number: (value: number) => string;
  percent: (share: number) => string;
  megabytes: (bytes: number) => string;
  /** "340 KB", "1.4 MB"; of 1,024 each, as people's devices count */
  size: (bytes: number) => string;
  time: (at: Date) => string;
  day: (at: Date) => string;
  date: (at: Date) => string;
  /** "2 minutes ago" */
  ago: (at: Date, now: Date) => string;
  /** "4 minutes" for waits; two units where the first is small */
  span: (seconds: number) => string;
  /** "4:05", for a wait that ticks */
  clock: (seconds: number) => string;
}

export function formatFor(language: Language): Format {
  const locale = localeOf[language];
  const number = new Intl.NumberFormat(locale);
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const unit = (value: number, name: string, unitDisplay: 'long' | 'short' = 'long') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }).format(value);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });

  // The short ones are Latin letters in Persian as well.
  const sizes = language === 'fa' ? 'long' : 'short';

  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    megabytes: (bytes) => decimal.format(bytes / 1_000_000),
    size: (bytes) => (bytes < 1_048_576
      ? unit(Math.ceil(bytes / 1_024), 'kilobyte', sizes)
      : unit(Math.round((bytes / 1_048_576) * 10) / 10, 'megabyte', sizes)),
    time: (at) => time.format(at),
    day: (at) => day.format(at),
    date: (at) => date.format(at),
    ago: (at, now) => relative.format(...relativeParts((at.getTime() - now.getTime()) / 1000)),
    span: (seconds) => list.format(spanParts(seconds).map(([value, name]) => unit(value, name))),
    clock: (seconds) => clockParts(seconds).map((value, i) => (i ? two : number).format(value)).join(':'),
  };
}

const steps = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]] as const;

function relativeParts(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  const size = Math.abs(seconds);
  const [name, length] = steps.find(([, step]) => size >= step) ?? steps[3];
  return [Math.min(0, Math.trunc(seconds / length)), name];
}

function spanParts(total: number): Array<[number, string]> {
  const seconds = Math.max(0, Math.ceil(total));
  const first = steps.findIndex(([, length]) => seconds >= length);
  if (first < 0) return [[0, 'second']];
  const [name, length] = steps[first]!;
  const next = steps[first + 1];
  const whole = Math.floor(seconds / length);
  const rest = next ? Math.floor((seconds - whole * length) / next[1]) : 0;
  return next && rest > 0 && whole < 10 ? [[whole, name], [rest, next[0]]] : [[whole, name]];
}

function clockParts(total: number): number[] {
  const seconds = Math.max(0, Math.floor(total));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? [hours, minutes, seconds % 60] : [minutes, seconds % 60];
}

import type { Language } from '../protocol/contract';

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** A file's size for people, such as 240 kB. */
export function sizeIn(language: Language, bytes: number): string {
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const persian = language === 'fa';
  return new Intl.NumberFormat(persian ? 'fa-IR' : 'en', {
    style: 'unit',
    unit: units[step],
    unitDisplay: persian || step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1_000 ** step);
}

import type { Language } from '../api/types';

export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Empty where the browser does not know the zone: the server's list may be newer. */
function nameOf(zone: string, language: Language): string {
  try {
    const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}

/** Every time zone with its name in the language; `chosen` is among them, though a browser may not list it. */
export function timeZones(language: Language, chosen: string): Array<{ value: string; label: string }> {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), chosen]);
  return [...zones].map((value) => ({ value, label: `${nameOf(value, language)} (\u2068${value.replaceAll('_', ' ')}\u2069)`.trim() }));
}

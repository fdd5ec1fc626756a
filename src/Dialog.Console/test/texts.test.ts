import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en';
import { fa } from '../src/i18n/fa';

/** Every sentence of a language, with its functions called. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(...Array.from({ length: value.length }, () => 3)))];
  return Object.values(value as object).flatMap(sentences);
}

const shownInEveryLanguage = new Set([fa.app.languages.en]);

describe('the Persian texts', () => {
  const all = sentences(fa).filter((text) => !shownInEveryLanguage.has(text));

  it('have no Arabic ye or kaf', () => expect(all.filter((text) => /[يك]/.test(text))).toEqual([]));

  it('have only Persian digits', () => {
    // Functions pass on what was formatted before; here that is a bare 3.
    expect(all.filter((text) => /[0-9٠-٩]/.test(text.replace(/3/g, '')))).toEqual([]);
  });

  it('join prefixes and plurals with a half-space', () => {
    expect(all.filter((text) => /(^|\s)ن?می\s|\sها(ی|یی|یتان|یش|یم)?(\s|$)/.test(text))).toEqual([]);
  });
});

describe('both languages', () => {
  it('say something everywhere', () => {
    expect([...sentences(en), ...sentences(fa)].filter((text) => !text.trim())).toEqual([]);
  });
});

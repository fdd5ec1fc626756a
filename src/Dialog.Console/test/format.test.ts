import { describe, expect, it } from 'vitest';
import { formatFor } from '../src/i18n/format';

const fa = formatFor('fa');
const en = formatFor('en');
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, seconds));

describe('numbers and dates', () => {
  it('have Persian digits in Persian and Latin ones in English', () => {
    expect(fa.number(1234)).toBe('۱٬۲۳۴');
    expect(en.number(1234)).toBe('1,234');
    expect(fa.percent(0.1)).toMatch(/^۱۰/);
  });

  it('use the Jalali calendar in Persian', () => {
    expect(fa.date(at(0))).toBe('۳۰ آبان ۱۴۰۵');
    expect(en.date(at(0))).toBe('21 November 2026');
  });

  it('never mix digits of two alphabets in Persian', () => {
    const all = [fa.number(10), fa.percent(0.2), fa.time(at(0)), fa.day(at(0)), fa.clock(3_725), fa.span(245), fa.megabytes(10_400_000), fa.size(1_500_000), fa.size(2_000), fa.ago(at(0), at(9))];
    expect(all.join(' ')).not.toMatch(/[0-9٠-٩]/);
  });
});

describe('how long ago', () => {
  it('is said in the largest unit that fits', () => {
    expect(en.ago(at(0), at(2))).toBe('2 seconds ago');
    expect(en.ago(at(0), at(200))).toBe('3 minutes ago');
    expect(fa.ago(at(0), at(2))).toBe('۲ ثانیه پیش');
  });
  it('is never in the future, though clocks differ', () => expect(en.ago(at(30), at(0))).toBe('now'));
});

describe('a wait', () => {
  it('is said in words', () => {
    expect(en.span(245)).toBe('4 minutes and 5 seconds');
    expect(en.span(600)).toBe('10 minutes');
    expect(en.span(0)).toBe('0 seconds');
    expect(fa.span(65)).toBe('۱ دقیقه و ۵ ثانیه');
  });
  it('ticks', () => {
    expect([5, 65, 3_725].map(en.clock)).toEqual(['0:05', '1:05', '1:02:05']);
    expect(fa.clock(65)).toBe('۱:۰۵');
  });
});

describe('the size of a file', () => {
  it('is said as devices count it, never as nothing', () => {
    expect([1, 245_760, 20 * 1024 * 1024].map(en.size)).toEqual(['1 kB', '240 kB', '20 MB']);
    expect(fa.size(1_572_864)).toBe('۱٫۵ مگابایت');
  });
});

import { describe, expect, test } from 'vitest';
import { clock, dayName } from '../../src/panel/time';
import { panel as en } from '../../src/strings/en';
import { panel as fa } from '../../src/strings/fa';

const local = (year: number, month: number, day: number, hour = 12, minute = 0) =>
  new Date(year, month - 1, day, hour, minute);
const now = local(2026, 11, 21);

describe('times', () => {
  test('are local, in the digits of the language', () => {
    const at = local(2026, 11, 21, 9, 5).toISOString();
    expect(clock('fa', at)).toBe('۰۹:۰۵');
    expect(clock('en', at)).toBe('09:05');
  });

  test.each([
    ['today', local(2026, 11, 21, 0, 1), 'امروز', 'Today'],
    ['yesterday', local(2026, 11, 20, 23, 59), 'دیروز', 'Yesterday'],
    ['this year', local(2026, 11, 3), 'سه‌شنبه ۱۲ آبان', 'Tuesday 3 November'],
    ['another year', local(2025, 1, 5), '۱۶ دی ۱۴۰۳', '5 January 2025'],
    ['the Jalali year before, in the same Gregorian one', local(2026, 3, 1), '۱۰ اسفند ۱۴۰۴', 'Sunday 1 March'],
  ])('name the day: %s', (_, date, persian, english) => {
    expect(dayName('fa', fa, date.toISOString(), now)).toBe(persian);
    expect(dayName('en', en, date.toISOString(), now)).toBe(english);
  });
});

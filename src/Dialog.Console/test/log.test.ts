import { describe, expect, it } from 'vitest';
import { emptyLog, extend } from '../src/desk/log';
import { event } from './desk.data';

const upTo = (last: number) => extend(emptyLog, Array.from({ length: last }, (_, i) => event(i + 1))).log;
const numbers = (log: ReturnType<typeof upTo>) => log.events.map(({ sequence }) => sequence);

describe('the log of a conversation', () => {
  it('takes what continues it', () => {
    const { log, gap } = extend(upTo(2), [event(3), event(4)]);
    expect(numbers(log)).toEqual([1, 2, 3, 4]);
    expect(gap).toBe(false);
  });

  it('does not take anything twice', () => {
    const before = upTo(3);
    expect(extend(before, [event(2), event(3)])).toEqual({ log: before, gap: false });
    expect(numbers(extend(before, [event(3), event(4), event(4)]).log)).toEqual([1, 2, 3, 4]);
  });

  it('never has a hole: what comes too early is left out and reported', () => {
    const { log, gap } = extend(upTo(2), [event(5)]);
    expect(numbers(log)).toEqual([1, 2]);
    expect(gap).toBe(true);
  });

  it('takes the part before a hole', () => {
    const { log, gap } = extend(upTo(1), [event(2), event(4)]);
    expect(numbers(log)).toEqual([1, 2]);
    expect(gap).toBe(true);
  });

  it('puts a push that arrives out of order into order', () => {
    expect(numbers(extend(emptyLog, [event(2), event(1)]).log)).toEqual([1, 2]);
  });
});

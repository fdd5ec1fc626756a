import { describe, expect, test } from 'vitest';
import { rowsOf, type Row } from '../../src/panel/rows';
import type { VisitorEvent } from '../../src/protocol/contract';
import type { OutboxItem } from '../../src/protocol/outbox';

const bot = { name: 'Tea shop', language: 'en' as const, greeting: '' };
const noon = new Date(2026, 10, 21, 12).getTime();
const at = (minutes: number) => new Date(noon + minutes * 60_000).toISOString();
const event = (sequence: number, minutes: number, rest: Partial<VisitorEvent>): VisitorEvent => ({
  sequence,
  at: at(minutes),
  kind: 'message',
  ...rest,
});
const item = (rest: Partial<OutboxItem>): OutboxItem => ({
  id: 'a',
  kind: 'message',
  text: 'hi',
  at: at(0),
  order: 1,
  state: 'waiting',
  ...rest,
});
const summary = (rows: Row[]) =>
  rows.map((row) => (row.type === 'message' ? `${row.joined ? '+' : ''}${row.from}${row.ends ? '.' : ''}` : row.type));

describe('the log', () => {
  test('puts messages of one sender in runs, with one time at the end', () => {
    const events = [
      event(1, 0, { from: 'visitor', text: 'a' }),
      event(2, 1, { from: 'visitor', text: 'b' }),
      event(3, 1, { from: 'bot', text: 'c' }),
      event(4, 9, { from: 'bot', text: 'after a silence' }),
    ];
    expect(summary(rowsOf({ events, outbox: [], bot }, 99))).toEqual(['day', 'visitor', '+visitor.', 'bot.', 'bot.']);
  });

  test('keeps two agents apart', () => {
    const events = [
      event(1, 0, { from: 'agent', name: 'Sara', text: 'a' }),
      event(2, 0, { from: 'agent', name: 'Reza', text: 'b' }),
    ];
    expect(summary(rowsOf({ events, outbox: [], bot }, 99))).toEqual(['day', 'agent.', 'agent.']);
  });

  test('says when a new day begins, and what happened in between, but nothing of hidden events', () => {
    const events = [
      event(1, 0, { from: 'visitor', text: 'a' }),
      event(2, 1, { kind: 'hidden' }),
      event(3, 2, { kind: 'taken', name: 'Sara' }),
      event(4, 24 * 60, { from: 'agent', name: 'Sara', text: 'b' }),
    ];
    const rows = rowsOf({ events, outbox: [], bot }, 99);
    expect(summary(rows)).toEqual(['day', 'visitor.', 'news', 'day', 'agent.']);
    expect(rows[2]).toMatchObject({ kind: 'taken', name: 'Sara' });
  });

  test('shows an edited message in its new words, where it stood', () => {
    const events = [
      event(1, 0, { from: 'visitor', text: 'do you shop to Oslo?' }),
      event(2, 1, { kind: 'edited', from: 'visitor', text: 'do you ship to Oslo?', edits: 1 }),
    ];
    const rows = rowsOf({ events, outbox: [], bot }, 99);
    expect(summary(rows)).toEqual(['day', 'visitor.']);
    expect(rows[1]).toMatchObject({ text: 'do you ship to Oslo?' });
  });

  test('keeps a message’s key while it turns from sent to said, so that its bubble stays', () => {
    const pending = rowsOf({ events: [], outbox: [item({ id: 'x1' })], bot }, 99)[1];
    const arrived = rowsOf({ events: [event(1, 0, { from: 'visitor', id: 'x1', text: 'hi' })], outbox: [], bot }, 99)[1];
    expect(pending?.key).toBe(arrived?.key);
  });

  test('shows the bot’s name on what it says, and only the newest of a long conversation', () => {
    const events = Array.from({ length: 50 }, (_, index) => event(index + 1, 0, { from: 'bot', text: `${index}` }));
    const rows = rowsOf({ events, outbox: [], bot }, 10);
    expect(rows).toHaveLength(11);
    expect(rows[1]).toMatchObject({ name: 'Tea shop', text: '40' });
  });

  test('lets the last message be pressed on, until something else is said or on its way', () => {
    const choices = [{ id: 'a', title: 'A' }];
    const ask = event(1, 0, { from: 'bot', text: 'Which?', choices });
    const answer = event(2, 0, { from: 'bot', text: 'So.', canReject: true });
    const open = (events: VisitorEvent[], outbox: OutboxItem[] = []) =>
      rowsOf({ events, outbox, bot }, 99).flatMap((row) => (row.type === 'message' && row.press ? [row.press.open] : []));
    expect(open([ask])).toEqual([true]);
    expect(open([ask, answer])).toEqual([false, true]);
    expect(open([ask, event(2, 0, { kind: 'closed' })])).toEqual([false]);
    expect(open([ask, event(2, 0, { kind: 'hidden' })])).toEqual([true]);
    expect(open([ask], [item({})])).toEqual([false]);
    expect(open([ask], [item({ state: 'refused' })])).toEqual([true]);
  });

  test('shows a refused request for a person with its reason', () => {
    const problem = { type: 'dialog:no', title: 'No.', detail: 'Nobody is here.' };
    const refused = item({ kind: 'person', state: 'refused', problem });
    expect(rowsOf({ events: [], outbox: [refused], bot }, 99)[1]).toMatchObject({ type: 'person', problem });
    expect(rowsOf({ events: [], outbox: [item({ kind: 'person' })], bot }, 99)[1]).toMatchObject({ problem: undefined });
  });
});

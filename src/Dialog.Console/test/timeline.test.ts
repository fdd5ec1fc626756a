import { describe, expect, it } from 'vitest';
import { timeline } from '../src/desk/timeline';
import { event } from './desk.data';

const match = { outcome: 'answer', confidence: 0.9, threshold: 0.8, answer: 'From 10 to 6.' } as const;

describe('the timeline', () => {
  it('begins each day with its date and leaves out what is hidden', () => {
    const entries = timeline([
      event(1), event(2, { kind: 'hidden' }), event(3, { at: '2026-11-23T10:00:00Z' }), event(4, { kind: 'something-new', from: null }),
    ]);
    expect(entries.map(({ kind }) => kind)).toEqual(['day', 'message', 'day', 'message']);
  });

  it('knows which answer of the bot belongs to which message', () => {
    const entries = timeline([
      event(1, { match }), event(2, { from: 'bot', text: 'From 10 to 6.' }),
      event(3, { match }), event(4, { kind: 'handoff' }), event(5, { from: 'bot', text: 'A colleague will answer.' }),
      event(6, { match }),
    ]);
    const said = entries.flatMap((entry) => (entry.kind === 'message' && entry.from === 'visitor' ? [entry.botSaid] : []));
    expect(said).toEqual([true, false, false]);
  });

  it('shows how an edited message reads now, and keeps how it read before', () => {
    const [, message, other] = timeline([
      event(1, { text: 'wher is it' }), event(2, { text: 'hello?' }),
      event(3, { kind: 'edited', edits: 1, text: 'where is it' }), event(4, { kind: 'edited', edits: 1, text: 'where is my order' }),
    ]);
    expect(message).toMatchObject({ text: 'where is my order', earlier: ['wher is it', 'where is it'] });
    expect(other).toMatchObject({ text: 'hello?', earlier: [] });
  });
});

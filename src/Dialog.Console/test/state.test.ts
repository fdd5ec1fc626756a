import { describe, expect, it } from 'vitest';
import { newsBetween } from '../src/desk/news';
import { isUnread, longestWaiting, sections, waitingCount, waitingOf } from '../src/desk/selectors';
import { type DeskAction, type DeskState, emptyDesk, reduce } from '../src/desk/state';
import { event, item } from './desk.data';

const after = (...actions: DeskAction[]): DeskState => actions.reduce(reduce, emptyDesk);
const agent = (id: string) => ({ id, name: id });

describe('the list of the desk', () => {
  const desk = after({ type: 'joined', bot: 'b1', items: [
    item('late', { waitingSince: '2026-11-21T10:05:00Z' }),
    item('early', { waitingSince: '2026-11-21T10:01:00Z' }),
    item('theirs', { state: 'agent', agent: agent('sara') }),
    item('mine', { state: 'agent', agent: agent('me') }),
    item('robot', { state: 'bot' }),
    item('done', { state: 'closed' }),
  ] });

  it('shows who waits longest first, then mine, then the others', () => {
    const ids = sections(desk, 'b1', 'me').map(({ group, items }) => [group, items.map(({ id }) => id)]);
    expect(ids).toEqual([
      ['waiting', ['early', 'late']], ['mine', ['mine']], ['others', ['theirs']], ['bot', ['robot']], ['closed', ['done']],
    ]);
  });

  it('knows nothing of other bots', () => expect(sections(desk, 'b2', 'me')).toEqual([]));
  it('counts who waits', () => expect(waitingCount(desk)).toBe(2));
  it('knows who waits longest', () => expect(longestWaiting(desk)?.id).toBe('early'));
  it('does not claim that nobody waits before it has joined', () => expect(waitingOf(desk, 'b2')).toBeNull());
});

describe('joining again', () => {
  it('forgets what is no longer there and keeps the other bots', () => {
    const desk = after(
      { type: 'joined', bot: 'b1', items: [item('a'), item('b')] },
      { type: 'joined', bot: 'b2', items: [item('c', { bot: 'b2' })] },
      { type: 'joined', bot: 'b1', items: [item('b')] },
    );
    expect(Object.keys(desk.items).sort()).toEqual(['b', 'c']);
  });
});

describe('an item that was overtaken', () => {
  it('does not replace a newer one', () => {
    const newer = item('a', { state: 'agent', last: 5 });
    const desk = after({ type: 'item', item: newer }, { type: 'item', item: item('a', { last: 4 }) });
    expect(desk.items.a).toEqual(newer);
  });
});

describe('unread', () => {
  const opened = after({ type: 'joined', bot: 'b1', items: [item('a', { last: 3 })] });
  it('is not what was there when the page was opened', () => expect(isUnread(opened, opened.items.a!)).toBe(false));
  it('is what came since', () => {
    const desk = reduce(opened, { type: 'item', item: item('a', { last: 4 }) });
    expect(isUnread(desk, desk.items.a!)).toBe(true);
    const seen = reduce(desk, { type: 'seen', conversation: 'a' });
    expect(isUnread(seen, seen.items.a!)).toBe(false);
  });
});

describe('the outbox', () => {
  const entry = { id: 'x', bot: 'b1', conversation: 'a', text: 'hi', at: '2026-11-21T10:00:00Z' };

  it('keeps an acknowledged answer until the log shows it', () => {
    const acknowledged = after({ type: 'queued', entry }, { type: 'changed', entry: { ...entry, sequence: 2 } });
    expect(acknowledged.outbox).toHaveLength(1);
    const shown = reduce(acknowledged, { type: 'events', conversation: 'a', events: [event(1), event(2, { from: 'agent' })] });
    expect(shown.outbox).toHaveLength(0);
  });

  it('drops it at once when the log was faster than the receipt', () => {
    const desk = after(
      { type: 'queued', entry },
      { type: 'events', conversation: 'a', events: [event(1), event(2)] },
      { type: 'changed', entry: { ...entry, sequence: 2 } },
    );
    expect(desk.outbox).toHaveLength(0);
  });
});

describe('typing', () => {
  it('ends with the message', () => {
    const desk = after(
      { type: 'typing', conversation: 'a', until: 9_999 },
      { type: 'events', conversation: 'a', events: [event(1)] },
    );
    expect(desk.typing.a).toBe(0);
  });
});

describe('news', () => {
  const joined = after({ type: 'joined', bot: 'b1', items: [item('old')] });

  it('is not what was there when the page was opened', () => {
    expect(newsBetween(emptyDesk, joined, 'me').waiting).toEqual([]);
  });

  it('is somebody who starts to wait', () => {
    const desk = reduce(joined, { type: 'item', item: item('new') });
    expect(newsBetween(joined, desk, 'me').waiting.map(({ id }) => id)).toEqual(['new']);
  });

  it('is told once, though the waiting visitor goes on writing', () => {
    const desk = reduce(joined, { type: 'item', item: item('old', { last: 2 }) });
    expect(newsBetween(joined, desk, 'me').waiting).toEqual([]);
  });

  it('is who began to wait while the connection was away', () => {
    const desk = reduce(joined, { type: 'joined', bot: 'b1', items: [item('old'), item('meanwhile')] });
    expect(newsBetween(joined, desk, 'me').waiting.map(({ id }) => id)).toEqual(['meanwhile']);
  });

  it('is a visitor who writes to me, but not to a colleague', () => {
    const taken = ['me', 'sara'].map((who) => item(who, { state: 'agent', agent: agent(who), last: 3 }));
    const before = after({ type: 'joined', bot: 'b1', items: taken });
    const later = taken.map((one): DeskAction => ({ type: 'item', item: { ...one, last: 4 } })).reduce(reduce, before);
    expect(newsBetween(before, later, 'me').wrote.map(({ id }) => id)).toEqual(['me']);
  });
});

describe('deliveries', () => {
  const failed = { state: 'failed', problem: { title: 'Blocked' } } as const;
  const read = after({ type: 'read', conversation: 'a', events: [event(1), event(2, { from: 'agent', delivery: failed })] });

  it('come with what is read', () => expect(read.deliveries.a).toEqual({ 2: failed }));

  it('change without the log growing', () => {
    const desk = reduce(read, { type: 'delivery', conversation: 'a', sequence: 2, delivery: null });
    expect(desk.deliveries.a).toEqual({});
    expect(desk.logs.a).toBe(read.logs.a);
  });

  it('are as the server says when the conversation is read again', () => {
    const desk = reduce(read, { type: 'read', conversation: 'a', events: [event(1), event(2, { from: 'agent' })] });
    expect(desk.deliveries.a).toEqual({});
  });

  it('may be pushed before the message is known here', () => {
    const desk = after({ type: 'delivery', conversation: 'a', sequence: 7, delivery: failed });
    expect(desk.deliveries.a).toEqual({ 7: failed });
  });
});

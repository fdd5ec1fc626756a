import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unread } from '../../src/protocol/state';
import { memoryShelf } from '../../src/protocol/shelf';
import { FakeHub } from './fakeHub';
import { settle, visitor } from './visitor';

describe('the conversation', () => {
  let hub: FakeHub;
  beforeEach(() => {
    vi.useFakeTimers();
    hub = new FakeHub();
  });
  afterEach(() => vi.useRealTimers());

  const begun = async (shelf = memoryShelf()) => {
    const tab = visitor(hub, shelf);
    tab.client.start();
    await settle();
    return tab;
  };
  const sequences = (tab: ReturnType<typeof visitor>) => tab.state.events.map((event) => event.sequence);
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

  test('takes a push that continues it, without asking again', async () => {
    const tab = await begun();
    hub.append({ from: 'bot', text: 'one' });
    expect(tab.sees).toEqual(['one']);
    expect(hub.counted('After')).toBe(0);
  });

  test('takes the same push only once', async () => {
    const tab = await begun();
    const event = hub.append({ from: 'bot', text: 'one' });
    hub.push('events', [event]);
    await settle();
    expect(tab.sees).toEqual(['one']);
  });

  test('asks for what a gap in the sequence is hiding', async () => {
    const tab = await begun();
    hub.append({ from: 'bot', text: 'missed' }, { push: false });
    hub.append({ from: 'bot', text: 'heard' });
    await settle();
    expect(tab.sees).toEqual(['missed', 'heard']);
    expect(hub.counted('After')).toBe(1);
  });

  test('does not go on asking for what the server turns out not to have', async () => {
    const tab = await begun();
    hub.push('events', [{ sequence: 9, at: new Date().toISOString(), kind: 'message', from: 'bot', text: '?' }]);
    await settle(60_000);
    expect(tab.sees).toEqual([]);
    expect(hub.counted('After')).toBe(1);
  });

  test('catches up page by page after a day away', async () => {
    const shelf = memoryShelf();
    const before = await begun(shelf);
    before.client.stop();
    for (let count = 0; count < 1010; count++) hub.append({ from: 'agent', name: 'Sara', text: `${count}` });
    const tab = await begun(shelf);
    expect(sequences(tab)).toEqual(upTo(1010));
    expect(hub.counted('After')).toBe(5);
  });

  test('is there at once after a reload, and only what is new is asked for', async () => {
    const shelf = memoryShelf();
    const before = await begun(shelf);
    hub.append({ from: 'bot', text: 'old' });
    before.client.stop();
    hub.append({ from: 'bot', text: 'new' });
    const tab = visitor(hub, shelf);
    tab.client.start();
    expect(tab.sees).toEqual(['old']);
    await settle();
    expect(tab.sees).toEqual(['old', 'new']);
    expect(hub.calls.at(-1)).toMatchObject({ method: 'Hello', argument: { token: 'token-1', after: 1 } });
  });

  test('of which only the end was kept shows the rest on request, without a hole', async () => {
    const shelf = memoryShelf();
    const before = await begun(shelf);
    for (let count = 0; count < 650; count++) hub.append({ from: 'bot', text: `${count}` });
    before.client.stop();
    const tab = await begun(shelf);
    expect(sequences(tab)[0]).toBe(351);
    expect(await tab.client.earlier()).toBe(true);
    expect(sequences(tab)).toEqual(upTo(650).slice(150));
    await tab.client.earlier();
    expect(sequences(tab)).toEqual(upTo(650));
    expect(await tab.client.earlier()).toBe(false);
  });

  test('begins anew when the server knows the visitor no more', async () => {
    const shelf = memoryShelf();
    const before = await begun(shelf);
    hub.append({ from: 'bot', text: 'of another life' });
    before.client.stop();
    hub.conversations.clear();
    const tab = await begun(shelf);
    expect(tab.sees).toEqual([]);
    hub.append({ from: 'bot', text: 'fresh' });
    expect(tab.sees).toEqual(['fresh']);
  });

  test('that is new after a cut asks for nothing of the old one', async () => {
    const tab = await begun();
    for (const text of ['a', 'b', 'c']) hub.append({ from: 'bot', text });
    hub.conversations.clear();
    hub.cut();
    await settle(1_000);
    expect(tab.state.link).toBe('online');
    expect(tab.sees).toEqual([]);
    expect(hub.counted('After')).toBe(0);
  });

  test('takes nothing before the welcome has said whose it is, and misses nothing either', async () => {
    const shelf = memoryShelf();
    (await begun(shelf)).client.stop();
    const tab = visitor(hub, shelf);
    tab.client.start();
    let before: string[] | undefined;
    hub.onHello = () => {
      hub.append({ from: 'bot', text: 'early' });
      before = tab.sees;
    };
    await settle();
    expect(before).toEqual([]);
    expect(tab.sees).toEqual(['early']);
  });

  test('is fetched from the start when the server has less of it than we remember', async () => {
    const shelf = memoryShelf();
    const before = await begun(shelf);
    for (const text of ['a', 'b', 'c']) hub.append({ from: 'bot', text });
    before.client.stop();
    hub.conversation().events.splice(0, 3, { sequence: 1, at: new Date().toISOString(), kind: 'message', from: 'bot', text: 'restored' });
    const tab = await begun(shelf);
    expect(tab.sees).toEqual(['restored']);
  });

  test('follows who answers', async () => {
    const tab = await begun();
    const steps = [
      [{ kind: 'handoff' }, 'waiting', null],
      [{ kind: 'taken', name: 'Sara' }, 'agent', { name: 'Sara' }],
      [{ kind: 'returned' }, 'bot', null],
      [{ kind: 'closed' }, 'closed', null],
      [{ kind: 'hidden' }, 'closed', null],
      [{ kind: 'message', from: 'visitor', text: 'one more thing' }, 'bot', null],
    ] as const;
    for (const [event, mode, agent] of steps) {
      hub.append(event);
      expect({ mode: tab.state.mode, agent: tab.state.agent }).toEqual({ mode, agent });
    }
  });

  test('trusts the welcome on who answers, not the old events that come with it', async () => {
    const first = await begun();
    first.client.stop();
    for (const kind of ['handoff', 'taken', 'returned', 'handoff'] as const) hub.append({ kind });
    const tab = await begun(first.shelf);
    expect(tab.state.mode).toBe('waiting');
  });

  test('counts what was not seen yet, also after a reload', async () => {
    const shelf = memoryShelf();
    const before = await begun(shelf);
    hub.append({ from: 'bot', text: 'seen' });
    before.client.seen();
    expect(unread(before.state)).toBe(0);
    hub.append({ from: 'agent', name: 'Sara', text: 'not seen' });
    hub.append({ kind: 'hidden' });
    expect(unread(before.state)).toBe(1);
    before.client.stop();
    expect(unread((await begun(shelf)).state)).toBe(1);
  });

  test('shows the typing sign until the message comes, or for six seconds', async () => {
    const tab = await begun();
    hub.push('typing', { who: 'agent', name: 'Sara' });
    expect(tab.state.typing).toEqual({ who: 'agent', name: 'Sara' });
    hub.append({ from: 'agent', name: 'Sara', text: 'hi' });
    expect(tab.state.typing).toBeNull();
    hub.push('typing', { who: 'bot', name: 'Tea shop' });
    await settle(5_900);
    expect(tab.state.typing).not.toBeNull();
    await settle(200);
    expect(tab.state.typing).toBeNull();
  });
});

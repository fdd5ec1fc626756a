import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backoff } from '../../src/protocol/backoff';
import { memoryShelf } from '../../src/protocol/shelf';
import { FakeHub } from './fakeHub';
import { settle, visitor } from './visitor';

describe('the connection', () => {
  let hub: FakeHub;
  beforeEach(() => {
    vi.useFakeTimers();
    hub = new FakeHub();
  });
  afterEach(() => vi.useRealTimers());

  test('is tried for ever', async () => {
    hub.up = false;
    const { client } = visitor(hub);
    client.start();
    await settle(24 * 3_600_000);
    hub.up = true;
    await settle(10_000);
    expect(client.store.state.link).toBe('online');
  });

  test('is tried with pauses that grow to ten seconds and differ from browser to browser', () => {
    const pauses = (luck: number) => [0, 1, 2, 3, 4, 5, 50].map((attempt) => backoff(attempt, () => luck));
    expect(pauses(0)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
    expect(pauses(1)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  test('is tried at once when the browser says the network is back', async () => {
    hub.up = false;
    const { client } = visitor(hub);
    client.start();
    await settle(120_000);
    hub.up = true;
    client.wake();
    await settle();
    expect(client.store.state.link).toBe('online');
    expect(hub.links).toBe(1);
  });

  test('is given up at once when the browser says the network is gone', async () => {
    const { client } = visitor(hub);
    client.start();
    await settle();
    hub.up = false;
    client.cut();
    expect(client.store.state.link).toBe('lost');
    expect(hub.links).toBe(0);
    hub.up = true;
    await settle(10_000);
    expect(client.store.state.link).toBe('online');
    expect(hub.links).toBe(1);
  });

  test('is not tried again where there is no such bot', async () => {
    hub.problem = { type: 'dialog:unknown-bot', title: 'No such bot.', detail: 'Copy the snippet again.' };
    const { client } = visitor(hub);
    client.start();
    await settle(60_000);
    expect(client.store.state).toMatchObject({ link: 'barred', problem: { title: 'No such bot.' } });
    expect(hub.counted('Hello')).toBe(1);
  });

  test('comes back when the server asked to, not sooner', async () => {
    hub.problem = { type: 'dialog:too-many', title: 'Busy.', detail: 'Later.', retryAfter: 40 };
    const { client } = visitor(hub);
    client.start();
    await settle(39_000);
    expect(hub.counted('Hello')).toBe(1);
    hub.problem = null;
    await settle(2_000);
    expect(client.store.state.link).toBe('online');
  });

  test('tells of typing at most every three seconds, and only when a person may be looking', async () => {
    const { client } = visitor(hub);
    client.start();
    await settle();
    client.typing();
    expect(hub.counted('Typing')).toBe(0);
    hub.append({ kind: 'taken', name: 'Sara' });
    client.typing();
    client.typing();
    await settle(3_000);
    client.typing();
    await settle();
    expect(hub.counted('Typing')).toBe(2);
  });

  test('speaks another language after a change of it', async () => {
    const { client } = visitor(hub);
    client.start();
    await settle();
    client.setLanguage('fa');
    await settle();
    expect(hub.calls.at(-1)).toMatchObject({ method: 'Hello', argument: { language: 'fa' } });
    expect(hub.links).toBe(1);
  });

  test('is a stranger’s after a reset', async () => {
    const tab = visitor(hub);
    tab.client.start();
    await settle();
    tab.client.send('mine');
    await settle();
    tab.client.reset();
    await settle();
    expect(tab.sees).toEqual([]);
    expect(tab.memory.token).toBe('token-2');
    expect(hub.conversations.size).toBe(2);
  });

  test('two tabs of one visitor show the same, once each', async () => {
    const shelf = memoryShelf();
    const [one, two] = [visitor(hub, shelf), visitor(hub, shelf)];
    one.client.start();
    await settle();
    two.client.start();
    await settle();
    one.client.send('from one');
    two.client.send('from two');
    await settle();
    expect(one.sees).toEqual(['from one', 'from two']);
    expect(two.sees).toEqual(one.sees);
    expect(hub.conversations.size).toBe(1);
  });

  test('two tabs that both come back with one message waiting send it once', async () => {
    const shelf = memoryShelf();
    const [one, two] = [visitor(hub, shelf), visitor(hub, shelf)];
    one.client.start();
    await settle();
    two.client.start();
    await settle();
    hub.up = false;
    hub.cut();
    one.client.send('kept');
    hub.up = true;
    await settle(15_000);
    expect(hub.said()).toEqual(['kept']);
    expect(one.sees).toEqual(['kept']);
    expect(two.sees).toEqual(['kept']);
  });

  test('follows another tab that began anew', async () => {
    const shelf = memoryShelf();
    const [one, two] = [visitor(hub, shelf), visitor(hub, shelf)];
    one.client.start();
    await settle();
    one.client.send('old');
    two.client.start();
    await settle();
    one.client.reset();
    two.client.otherTabWrote();
    await settle();
    two.client.otherTabWrote();
    await settle();
    one.client.send('new');
    await settle();
    expect(two.sees).toEqual(['new']);
    expect(hub.conversations.size).toBe(2);
  });

  test('cut at random a hundred times loses, doubles and mixes up nothing', async () => {
    let seed = 7;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const tab = visitor(hub);
    tab.client.start();
    await settle();
    const written: string[] = [];
    for (let round = 0; round < 300; round++) {
      if (random() < 0.4) tab.client.send(written[written.push(`message ${round}`) - 1] ?? '');
      if (random() < 0.3) hub.append({ from: 'bot', text: `answer ${round}` }, { push: random() < 0.7 });
      hub.loseReplies = random() < 0.2;
      if (random() < 0.33) hub.cut();
      await settle(random() < 0.5 ? 0 : random() * 2_000);
    }
    hub.loseReplies = false;
    await settle(30_000);
    expect(hub.said()).toEqual(written);
    expect(tab.state.outbox).toEqual([]);
    // A push may have been the last word and lost; the next one brings everything.
    hub.append({ from: 'bot', text: 'the end' });
    await settle();
    expect(tab.state.events).toEqual(hub.conversation().events);
  });
});

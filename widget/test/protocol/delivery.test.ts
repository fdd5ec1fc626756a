import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeHub } from './fakeHub';
import { settle, visitor } from './visitor';

const no = (retryAfter?: number) => ({
  type: 'dialog:no',
  title: 'Not taken.',
  detail: 'Mend it.',
  ...(retryAfter ? { retryAfter } : {}),
});

describe('a message', () => {
  let hub: FakeHub;
  beforeEach(() => {
    vi.useFakeTimers();
    hub = new FakeHub();
  });
  afterEach(() => vi.useRealTimers());

  test('is shown at once, sent, and shown once when it comes back as an event', async () => {
    const { client, ...tab } = visitor(hub);
    client.start();
    await settle();
    client.send('  hello ');
    expect(client.store.state.outbox).toMatchObject([{ text: 'hello', state: 'sending' }]);
    await settle();
    expect(hub.said()).toEqual(['hello']);
    expect(client.store.state.outbox).toEqual([]);
    expect(client.store.state.events).toMatchObject([{ text: 'hello', from: 'visitor' }]);
    expect(tab.memory.items).toEqual([]);
  });

  test('and the request for a person are fetched when the push of them gets lost', async () => {
    const { client } = visitor(hub);
    client.start();
    await settle();
    hub.pushing = false;
    client.send('hello');
    client.askForPerson();
    await settle();
    expect(client.store.state.outbox).toEqual([]);
    expect(client.store.state.events.map((event) => event.kind)).toEqual(['message', 'handoff']);
    expect(client.store.state.mode).toBe('waiting');
  });

  test('of blanks is not sent', async () => {
    const { client } = visitor(hub);
    client.start();
    client.send(' \n ');
    await settle();
    expect(client.store.state.outbox).toEqual([]);
    expect(hub.counted('Send')).toBe(0);
  });

  test('written while offline waits, and is sent once when the connection is back', async () => {
    hub.up = false;
    const tab = visitor(hub);
    tab.client.start();
    tab.client.send('one');
    tab.client.send('two');
    await settle(30_000);
    expect(tab.state.link).toBe('lost');
    expect(tab.state.outbox.map((item) => item.state)).toEqual(['waiting', 'waiting']);
    hub.up = true;
    await settle(15_000);
    expect(hub.said()).toEqual(['one', 'two']);
    expect(tab.sees).toEqual(['one', 'two']);
  });

  test('whose acknowledgement was lost is sent again with its id, and taken once', async () => {
    const tab = visitor(hub);
    tab.client.start();
    await settle();
    hub.loseReplies = true;
    tab.client.send('once');
    await settle(1);
    expect(tab.state.link).toBe('lost');
    hub.loseReplies = false;
    await settle(15_000);
    expect(hub.said()).toEqual(['once']);
    expect(tab.sees).toEqual(['once']);
    expect(tab.memory.items).toEqual([]);
  });

  test('that nobody answers is taken for lost after a while, and sent again', async () => {
    const tab = visitor(hub);
    tab.client.start();
    await settle();
    hub.silent = true;
    tab.client.send('anybody?');
    await settle(14_000);
    expect(tab.state.outbox).toMatchObject([{ state: 'sending' }]);
    hub.silent = false;
    await settle(3_000);
    expect(hub.said()).toEqual(['anybody?']);
    expect(tab.sees).toEqual(['anybody?']);
  });

  test('not yet acknowledged survives a reload', async () => {
    hub.up = false;
    const before = visitor(hub);
    before.client.start();
    before.client.send('keep me');
    before.client.stop();
    hub.up = true;
    const after = visitor(hub, before.shelf);
    after.client.start();
    expect(after.sees).toEqual(['keep me']);
    await settle();
    expect(hub.said()).toEqual(['keep me']);
    expect(after.sees).toEqual(['keep me']);
  });

  test('that is refused keeps its text and the reason, lets the next pass, and can be tried again', async () => {
    const tab = visitor(hub);
    tab.client.start();
    await settle();
    hub.refusals = [no()];
    tab.client.send('bad');
    tab.client.send('good');
    await settle();
    expect(hub.said()).toEqual(['good']);
    expect(tab.state.outbox).toMatchObject([{ text: 'bad', state: 'refused', problem: { title: 'Not taken.' } }]);
    tab.client.retry(tab.state.outbox[0]!.id);
    await settle();
    expect(hub.said()).toEqual(['good', 'bad']);
    expect(tab.state.outbox).toEqual([]);
  });

  test('that is refused is still there after a reload, and gives its text back to be edited', async () => {
    const before = visitor(hub);
    before.client.start();
    await settle();
    hub.refusals = [no()];
    before.client.send('bad');
    await settle();
    before.client.stop();
    const after = visitor(hub, before.shelf);
    after.client.start();
    await settle();
    const [item] = after.state.outbox;
    expect(item).toMatchObject({ state: 'refused', problem: { title: 'Not taken.' } });
    expect(after.client.take(item!.id)).toBe('bad');
    expect(after.state.outbox).toEqual([]);
    expect(after.memory.items).toEqual([]);
  });

  test('that has to wait says why, keeps its place in the order and goes when the time is up', async () => {
    const tab = visitor(hub);
    tab.client.start();
    await settle();
    hub.refusals = [no(20)];
    tab.client.send('first');
    tab.client.send('second');
    await settle(19_000);
    expect(tab.state.outbox).toMatchObject([{ state: 'waiting', problem: { title: 'Not taken.' } }, { state: 'waiting' }]);
    tab.client.send('third');
    await settle(500);
    expect(hub.said()).toEqual([]);
    await settle(500);
    expect(hub.said()).toEqual(['first', 'second', 'third']);
  });

  test('the server fails on is not lost', async () => {
    const tab = visitor(hub);
    tab.client.start();
    await settle();
    hub.failing = true;
    tab.client.send('hm');
    await settle();
    expect(tab.state.outbox).toMatchObject([{ text: 'hm', state: 'refused', problem: { type: 'dialog:failed' } }]);
    hub.failing = false;
    tab.client.retry(tab.state.outbox[0]!.id);
    await settle();
    expect(hub.said()).toEqual(['hm']);
  });

  test('asking for a person goes the same way', async () => {
    hub.up = false;
    const tab = visitor(hub);
    tab.client.start();
    tab.client.askForPerson();
    await settle(5_000);
    expect(tab.state.outbox).toMatchObject([{ kind: 'person', state: 'waiting' }]);
    hub.up = true;
    await settle(15_000);
    expect(tab.state.mode).toBe('waiting');
    expect(tab.state.outbox).toEqual([]);
    expect(hub.conversation().events.map((event) => event.kind)).toEqual(['handoff']);
  });
});

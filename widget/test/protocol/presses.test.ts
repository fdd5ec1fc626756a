import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeHub } from './fakeHub';
import { settle, visitor } from './visitor';

const choices = [
  { id: 'order', title: 'Cancel an order' },
  { id: 'plan', title: 'Cancel a plan' },
];

describe('a press', () => {
  let hub: FakeHub;
  beforeEach(() => {
    vi.useFakeTimers();
    hub = new FakeHub();
  });
  afterEach(() => vi.useRealTimers());

  const asked = async () => {
    const tab = visitor(hub);
    tab.client.start();
    await settle();
    hub.append({ from: 'bot', text: 'Which of these do you mean?', choices });
    return tab;
  };

  test('on a choice is shown at once in its words and sent with the message it belongs to', async () => {
    const { client, ...tab } = await asked();
    client.choose(1, choices[1] ?? null, 'None of these');
    expect(client.store.state.outbox).toMatchObject([{ text: 'Cancel a plan', state: 'sending' }]);
    await settle();
    expect(hub.calls.at(-1)).toMatchObject({ method: 'Choose', argument: { sequence: 1, choice: 'plan' } });
    expect(client.store.state.events.at(-1)).toMatchObject({ text: 'Cancel a plan', from: 'visitor' });
    expect(client.store.state.outbox).toEqual([]);
    expect(tab.memory.items).toEqual([]);
  });

  test('on none of these sends no choice', async () => {
    const { client } = await asked();
    client.choose(1, null, 'None of these');
    expect(client.store.state.outbox).toMatchObject([{ text: 'None of these' }]);
    await settle();
    expect(hub.calls.at(-1)).toMatchObject({ method: 'Choose', argument: { sequence: 1, choice: null } });
  });

  test('made offline outlives a reload and is sent once', async () => {
    const { client, shelf } = await asked();
    hub.up = false;
    hub.cut();
    await settle();
    client.choose(1, choices[0] ?? null, 'None of these');
    client.stop();

    const next = visitor(hub, shelf);
    next.client.start();
    expect(next.sees).toContain('Cancel an order');
    hub.up = true;
    await settle(15_000);
    expect(hub.said()).toEqual(['Cancel an order']);
    expect(next.state.outbox).toEqual([]);
  });

  test('whose acknowledgement was lost is not made twice', async () => {
    const { client } = await asked();
    hub.pushing = false;
    hub.loseReplies = true;
    client.reject(1, 'Not that');
    await settle();
    hub.loseReplies = false;
    await settle(15_000);
    expect(hub.said()).toEqual(['Not that']);
    expect(client.store.state.outbox).toEqual([]);
  });

  test('that changes nothing any more leaves the outbox', async () => {
    const { client } = await asked();
    hub.stale = true;
    client.choose(1, choices[0] ?? null, 'None of these');
    await settle();
    expect(client.store.state.outbox).toEqual([]);
    expect(hub.said()).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '../src/desk/Desk';
import { backOff } from '../src/desk/link';
import { event } from './desk.data';
import { FakeHub } from './hub';

const desks: Desk[] = [];
function opened(hub: FakeHub, onRefused = async () => undefined) {
  const nothing = () => undefined;
  const upload = () => Promise.reject(new Error('Nothing is attached.'));
  const desk = new Desk({ user: 'me', connect: hub.connect, upload, onTraining: nothing, onChannel: nothing, onJoined: nothing, onRefused });
  desks.push(desk);
  desk.setBots(['b1']);
  desk.start();
  return desk;
}

const sequences = (desk: Desk) => desk.store.get().logs.a?.events.map(({ sequence }) => sequence);

describe('the connection of the desk', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    desks.splice(0).forEach((desk) => desk.stop());
    vi.useRealTimers();
  });

  it('joins by itself and reads page by page', async () => {
    const hub = new FakeHub();
    hub.pageSize = 2;
    hub.log = [1, 2, 3, 4, 5].map((n) => event(n));
    const desk = opened(hub);
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.store.get().joined.b1).toBe(true);
    await desk.read('b1', 'a');
    expect(sequences(desk)).toEqual([1, 2, 3, 4, 5]);
  });

  it('comes back by itself and catches up with what it missed', async () => {
    const hub = new FakeHub();
    const desk = opened(hub);
    await vi.advanceTimersByTimeAsync(0);
    await desk.read('b1', 'a');
    hub.drop();
    expect(desk.store.get().connections.b1).toBe('reconnecting');
    hub.log.push(event(2), event(3));
    await vi.advanceTimersByTimeAsync(5_000);
    hub.up = true;
    await vi.advanceTimersByTimeAsync(31_000);
    expect(desk.store.get().connections.b1).toBe('online');
    expect(sequences(desk)).toEqual([1, 2, 3]);
  });

  it('sends what was answered while it was away, once', async () => {
    const hub = new FakeHub();
    const desk = opened(hub);
    await vi.advanceTimersByTimeAsync(0);
    await desk.read('b1', 'a');
    hub.drop();
    desk.outbox.add('b1', 'a', 'I am here');
    await vi.advanceTimersByTimeAsync(100);
    hub.up = true;
    await vi.advanceTimersByTimeAsync(31_000);
    expect(hub.calls.filter((call) => call === 'Answer')).toHaveLength(1);
    expect(hub.log).toHaveLength(2);
  });

  it('reads when a push leaves a hole, because a push is only a hint', async () => {
    const hub = new FakeHub();
    const desk = opened(hub);
    await vi.advanceTimersByTimeAsync(0);
    await desk.read('b1', 'a');
    hub.log.push(event(2), event(3));
    hub.pushes!.events({ conversation: 'a', events: [event(3)] });
    await vi.advanceTimersByTimeAsync(0);
    expect(sequences(desk)).toEqual([1, 2, 3]);
  });

  it('reads once more when something comes while it reads', async () => {
    const hub = new FakeHub();
    const desk = opened(hub);
    await vi.advanceTimersByTimeAsync(0);
    const reading = desk.read('b1', 'a');
    hub.log.push(event(2));
    hub.pushes!.events({ conversation: 'a', events: [event(2)] });
    await reading;
    expect(sequences(desk)).toEqual([1, 2]);
    hub.log.push(event(3), event(4));
    const again = desk.read('b1', 'a');
    hub.log.push(event(5));
    hub.pushes!.events({ conversation: 'a', events: [event(5)] });
    await again;
    expect(sequences(desk)).toEqual([1, 2, 3, 4, 5]);
  });

  it('does not wait for the timer when the network is back', async () => {
    const hub = new FakeHub();
    hub.up = false;
    const desk = opened(hub);
    await vi.advanceTimersByTimeAsync(60_000);
    const before = hub.connections;
    hub.up = true;
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(hub.connections).toBe(before + 1);
    expect(desk.store.get().connections.b1).toBe('online');
  });

  it('asks why it was refused before it tries again', async () => {
    const hub = new FakeHub();
    hub.up = false;
    const onRefused = vi.fn(async () => undefined);
    opened(hub, onRefused);
    await vi.advanceTimersByTimeAsync(0);
    expect(onRefused).toHaveBeenCalledTimes(1);
  });

  it('stays away once it is no longer wanted', async () => {
    const hub = new FakeHub();
    hub.up = false;
    const desk = opened(hub);
    await vi.advanceTimersByTimeAsync(10);
    desk.stop();
    const before = hub.connections;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(hub.connections).toBe(before);
  });
});

describe('the back-off', () => {
  it('doubles up to half a minute', () => {
    expect([0, 1, 2, 3].map((attempt) => backOff(attempt, 1))).toEqual([500, 1_000, 2_000, 4_000]);
    expect(backOff(50, 1)).toBe(30_000);
  });
  it('spreads by half', () => expect(backOff(2, 0)).toBe(1_000));
});

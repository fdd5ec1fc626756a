import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { localProblem, Problem } from '../src/api/problem';
import { Outbox, type Ways } from '../src/desk/outbox';
import { DeskStore } from '../src/desk/store';
import type { Receipt } from '../src/desk/types';

const settled = () => vi.waitFor(() => undefined).then(() => new Promise<void>((resolve) => queueMicrotask(resolve)));

const noUpload: Ways['upload'] = () => Promise.reject(new Error('Nothing is attached.'));

function made(send: Ways['send'], owner = 'me', upload = noUpload) {
  const store = new DeskStore();
  return { store, outbox: new Outbox(owner, store, { send, upload }) };
}

const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('dialog.outbox.'));

describe('the outbox', () => {
  let sequence = 0;
  beforeEach(() => (sequence = 0));
  afterEach(() => vi.useRealTimers());
  const receipt = (): Receipt => ({ sequence: ++sequence, at: '2026-11-21T10:00:00Z' });

  it('lets go of an answer only when it is acknowledged', async () => {
    let acknowledge: (receipt: Receipt) => void = () => undefined;
    const { outbox } = made(() => new Promise((resolve) => (acknowledge = resolve)));
    outbox.add('b1', 'a', 'hello');
    expect(kept()).toHaveLength(1);
    acknowledge(receipt());
    await vi.waitFor(() => expect(kept()).toHaveLength(0));
  });

  it('sends again under the same id after the connection was lost', async () => {
    const ids: string[] = [];
    let up = false;
    const { outbox } = made(async ({ id }) => {
      ids.push(id);
      if (!up) throw localProblem('console:offline');
      return receipt();
    });
    outbox.add('b1', 'a', 'hello');
    await settled();
    up = true;
    outbox.flushAll('b1');
    await vi.waitFor(() => expect(kept()).toHaveLength(0));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  });

  it('outlives a reload, in the order in which it was written, and only for its writer', async () => {
    const first = made(() => Promise.reject(localProblem('console:offline')));
    first.outbox.add('b1', 'a', 'one');
    first.outbox.add('b1', 'a', 'two');
    await settled();
    const sent: string[] = [];
    const again = made(async ({ text }) => {
      sent.push(text);
      return receipt();
    });
    again.outbox.restore();
    again.outbox.flushAll('b1');
    await vi.waitFor(() => expect(sent).toEqual(['one', 'two']));
    const other = made(async () => receipt(), 'somebody-else');
    other.outbox.restore();
    expect(other.store.get().outbox).toEqual([]);
  });

  it('sends the answers of a conversation one after the other', async () => {
    const going: Array<(receipt: Receipt) => void> = [];
    const { outbox } = made(() => new Promise((resolve) => going.push(resolve)));
    outbox.add('b1', 'a', 'one');
    outbox.add('b1', 'a', 'two');
    outbox.add('b1', 'b', 'other');
    expect(going).toHaveLength(2);
    going[0]!(receipt());
    await vi.waitFor(() => expect(going).toHaveLength(3));
  });

  it('shows a refusal to its writer, keeps the text and goes on with the next', async () => {
    const sent: string[] = [];
    const { outbox, store } = made(async ({ text }) => {
      sent.push(text);
      if (text === 'one') throw new Problem({ type: 'dialog:not-taken', title: 'Take it first' });
      return receipt();
    });
    outbox.add('b1', 'a', 'one');
    outbox.add('b1', 'a', 'two');
    await vi.waitFor(() => expect(sent).toEqual(['one', 'two']));
    await vi.waitFor(() => expect(kept()).toHaveLength(1));
    const refused = store.get().outbox.find(({ text }) => text === 'one');
    expect(refused?.problem?.title).toBe('Take it first');
    outbox.drop(refused!);
    expect(kept()).toHaveLength(0);
  });

  it('waits as long as the server asks when there was too much', async () => {
    vi.useFakeTimers();
    let calls = 0;
    const { outbox } = made(async () => {
      if (++calls === 1) throw new Problem({ type: 'dialog:too-many', title: 'Slowly', retryAfter: 7 });
      return receipt();
    });
    outbox.add('b1', 'a', 'hello');
    await vi.advanceTimersByTimeAsync(6_900);
    expect(calls).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(calls).toBe(2);
    expect(kept()).toHaveLength(0);
  });

  describe('with a file', () => {
    const photo = new File(['roses'], 'roses.png', { type: 'image/png' });
    const stored = { id: 'f1', name: 'roses.png', type: 'image/png', size: 5, isImage: true };

    it('uploads it first, telling how far it is, then answers with it', async () => {
      const sent: unknown[] = [];
      const shares: unknown[] = [];
      const { outbox, store } = made(async (entry) => {
        sent.push(entry.file);
        return receipt();
      }, 'me', async (_, __, progress) => {
        progress(0.5);
        shares.push(store.get().outbox[0]?.progress);
        return stored;
      });
      outbox.add('b1', 'a', 'look', photo);
      await vi.waitFor(() => expect(sent).toEqual([stored]));
      expect(shares).toEqual([0.5]);
      expect(kept()).toHaveLength(0);
    });

    it('is not uploaded twice when only the answer failed', async () => {
      let up = false;
      const upload = vi.fn(async () => stored);
      const { outbox } = made(async () => {
        if (!up) throw localProblem('console:offline');
        return receipt();
      }, 'me', upload);
      outbox.add('b1', 'a', '', photo);
      await vi.waitFor(() => expect(localStorage.getItem(Object.keys(localStorage)[0]!)).toContain('f1'));
      up = true;
      outbox.flushAll('b1');
      await vi.waitFor(() => expect(kept()).toHaveLength(0));
      expect(upload).toHaveBeenCalledTimes(1);
    });

    it('asks its writer where the upload failed though the live connection is there', async () => {
      const { outbox, store } = made(async () => receipt(), 'me', () => Promise.reject(localProblem('console:offline')));
      store.dispatch({ type: 'connection', bot: 'b1', connection: 'online' });
      outbox.add('b1', 'a', '', photo);
      outbox.add('b1', 'a', 'the next one');
      await vi.waitFor(() => expect(store.get().outbox.map(({ problem, sequence }) => problem?.type ?? sequence)).toEqual(['console:offline', 1]));
    });

    it('goes on with the next when an upload is cancelled', async () => {
      const sent: string[] = [];
      const { outbox, store } = made(async ({ text }) => {
        sent.push(text);
        return receipt();
      }, 'me', (_, __, ___, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(localProblem('console:offline')))));
      outbox.add('b1', 'a', 'with a film', photo);
      outbox.add('b1', 'a', 'without');
      outbox.drop(store.get().outbox[0]!);
      await vi.waitFor(() => expect(sent).toEqual(['without']));
      expect(kept()).toHaveLength(0);
    });

    it('says after a reload that it was not sent', async () => {
      const first = made(async () => receipt(), 'me', () => new Promise(() => undefined));
      first.outbox.add('b1', 'a', '', photo);
      const again = made(async () => receipt());
      again.outbox.restore();
      again.outbox.flushAll('b1');
      await vi.waitFor(() => expect(again.store.get().outbox[0]?.problem?.type).toBe('console:file-lost'));
    });
  });
});

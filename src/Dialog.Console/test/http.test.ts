import { describe, expect, it, vi } from 'vitest';
import { Http } from '../src/api/http';
import { Problem } from '../src/api/problem';
import type { postWithProgress } from '../src/api/upload';
import { SignInGate } from '../src/session/gate';

const reply = (status: number, body?: object | string, headers: HeadersInit = {}) =>
  new Response(body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

function client(...answers: Response[]) {
  const fetch = vi.fn<typeof globalThis.fetch>();
  answers.forEach((answer) => fetch.mockResolvedValueOnce(answer));
  const signInAgain = vi.fn(async () => undefined);
  const http = new Http({ base: new URL('https://host/support/'), language: () => 'fa', signInAgain, fetch });
  return { http, fetch, signInAgain };
}

describe('the way to the API', () => {
  it('stays below the mount and carries the language and the token', async () => {
    const { http, fetch } = client(reply(204));
    http.csrf = 't1';
    await http.call('api/bots/b1', { method: 'PATCH', json: { name: 'x' } });
    const [url, init] = fetch.mock.calls[0]!;
    expect(String(url)).toBe('https://host/support/api/bots/b1');
    expect(init?.headers).toMatchObject({ 'X-CSRF': 't1', 'Accept-Language': 'fa', 'Content-Type': 'application/json' });
  });

  it('renews an antiforgery token that has become stale and goes on', async () => {
    const stale = reply(403, { type: 'dialog:antiforgery', title: 'stale' });
    const { http, fetch } = client(stale, reply(200, { csrf: 't2' }), reply(200, { ok: true }));
    expect(await http.call('api/x', { method: 'POST', json: {} })).toEqual({ ok: true });
    expect(fetch.mock.calls[2]![1]?.headers).toMatchObject({ 'X-CSRF': 't2' });
  });

  it('does not try a refused token for ever', async () => {
    const stale = () => reply(403, { type: 'dialog:antiforgery', title: 'stale' });
    const { http } = client(stale(), reply(200, { csrf: 't2' }), stale());
    await expect(http.call('api/x', { method: 'POST' })).rejects.toMatchObject({ type: 'dialog:antiforgery' });
  });

  it('asks for a sign-in only where somebody was signed in', async () => {
    const out = () => reply(401, { type: 'dialog:signed-out', title: 'out' });
    const { http, signInAgain } = client(out(), out(), reply(200, {}));
    await expect(http.call('api/session', { method: 'POST', anonymous: true })).rejects.toBeInstanceOf(Problem);
    expect(signInAgain).not.toHaveBeenCalled();
    await http.call('api/x');
    expect(signInAgain).toHaveBeenCalledTimes(1);
  });

  it('takes how long to wait from the header where the body does not say', async () => {
    const { http } = client(reply(429, { type: 'dialog:too-many', title: 'slowly' }, { 'Retry-After': '7' }));
    await expect(http.call('api/x')).rejects.toMatchObject({ retryAfter: 7 });
  });

  it('has words of its own for an answer that is none, as of a proxy', async () => {
    const { http } = client(reply(502, '<html>Bad gateway</html>'));
    await expect(http.call('api/x')).rejects.toMatchObject({ type: 'console:broken' });
  });
});

describe('an upload', () => {
  const file = new File(['roses'], 'گل.txt', { type: 'text/plain' });
  const none = new AbortController().signal;

  function uploader(...answers: Array<Response | Error>) {
    const post = vi.fn(async (..._: Parameters<typeof postWithProgress>) => {
      const answer = answers.shift()!;
      if (answer instanceof Error) throw answer;
      return answer;
    });
    const fetch = async () => reply(200, { csrf: 't2' });
    const http = new Http({ base: new URL('https://host/support/'), language: () => 'fa', signInAgain: async () => undefined, fetch, post });
    return { http, post };
  }

  it('is the body, named in the query, and carries language and token', async () => {
    const { http, post } = uploader(reply(200, { id: 'f1' }));
    http.csrf = 't1';
    expect(await http.upload('api/files', file, () => undefined, none)).toEqual({ id: 'f1' });
    const [address, body, headers] = post.mock.calls[0]!;
    expect(address.href).toBe(`https://host/support/api/files?name=${encodeURIComponent('گل.txt')}`);
    expect(body).toBe(file);
    expect(headers).toMatchObject({ 'X-CSRF': 't1', 'Accept-Language': 'fa', 'Content-Type': 'text/plain' });
  });

  it('goes on with a renewed token', async () => {
    const { http, post } = uploader(reply(403, { type: 'dialog:antiforgery', title: 'stale' }), reply(200, { id: 'f1' }));
    await http.upload('api/files', file, () => undefined, none);
    expect(post.mock.calls[1]![2]).toMatchObject({ 'X-CSRF': 't2' });
  });

  it('that was cut off is a connection that is away', async () => {
    const { http } = uploader(new TypeError('cut off'));
    await expect(http.upload('api/files', file, () => undefined, none)).rejects.toMatchObject({ type: 'console:offline' });
  });
});

describe('the gate of an ended session', () => {
  it('holds everybody until somebody has signed in', async () => {
    const gate = new SignInGate();
    const seen: boolean[] = [];
    gate.subscribe((open) => seen.push(open));
    const all = Promise.all([gate.request(), gate.request()]);
    expect(gate.open).toBe(true);
    gate.signedIn();
    await all;
    expect(seen).toEqual([true, true, false]);
  });
});

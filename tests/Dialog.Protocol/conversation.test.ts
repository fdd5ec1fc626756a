import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Visitor } from './visitor';

describe('A conversation', () => {
  test('is nobody else’s', async () => {
    const one = await Visitor.arrive();
    const other = await Visitor.arrive();
    expect(other.welcome.conversation).not.toBe(one.welcome.conversation);

    await one.send('my secret is blue');
    await other.send('my secret is green');
    await other.event((event) => event.from === 'bot');
    expect(JSON.stringify([other.pushed, await other.all()])).not.toContain('blue');
    expect(JSON.stringify([one.pushed, await one.all()])).not.toContain('green');
  });

  test('may use an id that somebody else has used', async () => {
    const one = await Visitor.arrive();
    const other = await Visitor.arrive();
    const id = randomUUID();
    await one.send('mine', id);
    await other.send('also mine', id);
    expect((await other.all()).find((event) => event.id === id)?.text).toBe('also mine');
  });

  test('reaches all windows of the visitor', async () => {
    const one = await Visitor.arrive();
    const second = await Visitor.arrive({ token: one.welcome.token });
    await one.send('from the first window');
    const seen = await second.event((event) => event.from === 'visitor');
    expect(seen.text).toBe('from the first window');
  });

  test('goes to a person on request, once', async () => {
    const visitor = await Visitor.arrive();
    const id = randomUUID();
    const first = await visitor.askForPerson(id);
    await visitor.event((event) => event.kind === 'handoff');
    expect(await visitor.askForPerson(id)).toEqual(first);
    expect((await visitor.all()).filter((event) => event.kind === 'handoff')).toHaveLength(1);

    const { welcome } = await Visitor.arrive({ token: visitor.welcome.token });
    expect(welcome.state).toBe('waiting');
  });

  test('After what was seen brings the rest, after everything nothing', async () => {
    const visitor = await Visitor.arrive();
    const { value } = await visitor.send('first');
    await visitor.send('second');
    const all = await visitor.all();
    const rest = await visitor.after(value?.sequence ?? 0);
    expect(rest.value?.events).toEqual(all.filter((event) => event.sequence > (value?.sequence ?? 0)));
    const nothing = await visitor.after(rest.value?.last ?? 0);
    expect(nothing.value).toEqual({ events: [], last: rest.value?.last, more: false });
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { demo, lesson } from './demo';
import { transports, Visitor } from './visitor';

describe('Send', () => {
  test.each(Object.entries(transports))('over %s is acknowledged and answered', async (_, how) => {
    const visitor = await Visitor.arrive({}, how);
    const { question, answer } = lesson(demo.en);
    const id = randomUUID();
    const { value } = await visitor.send(question, id);

    const asked = await visitor.event((event) => event.sequence === value?.sequence);
    expect(asked).toMatchObject({ kind: 'message', from: 'visitor', text: question, id });
    const reply = await visitor.event((event) => event.from === 'bot' && event.sequence > asked.sequence);
    expect(reply).toMatchObject({ kind: 'message', text: answer });
  });

  test('is answered in Persian by the Persian shop, however the letters were typed', async () => {
    const visitor = await Visitor.arrive({ bot: 'demo-fa', language: 'fa' });
    const { question, answer } = lesson(demo.fa);
    await visitor.send(question.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('\u200c', ' '));
    const reply = await visitor.event((event) => event.from === 'bot' && event.text === answer);
    expect(reply.kind).toBe('message');
  });

  test('of the same id again gets the same sequence and says nothing twice', async () => {
    const visitor = await Visitor.arrive();
    const id = randomUUID();
    const first = await visitor.send('what is this', id);
    const again = await visitor.send('what is this', id);
    expect(again).toEqual(first);
    expect((await visitor.all()).filter((event) => event.id === id)).toHaveLength(1);
  });

  test('of one id ten times at once is one message', async () => {
    const visitor = await Visitor.arrive();
    const second = await Visitor.arrive({ token: visitor.welcome.token });
    const id = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => (turn % 2 ? visitor : second).send('at once', id)),
    );
    expect(replies.map((reply) => reply.problem)).toEqual(Array(10).fill(null));
    expect(new Set(replies.map((reply) => reply.value?.sequence)).size).toBe(1);
    expect((await visitor.all()).filter((event) => event.text === 'at once')).toHaveLength(1);
  });

  test('numbers the conversation without gaps, and every reader sees the same', async () => {
    const visitor = await Visitor.arrive();
    const second = await Visitor.arrive({ token: visitor.welcome.token });
    await Promise.all(Array.from({ length: 8 }, (_, turn) => (turn % 2 ? visitor : second).send(`line ${turn}`)));
    const all = await visitor.all();
    expect(all.map((event) => event.sequence)).toEqual(all.map((_, index) => index + 1));
    expect(await second.all()).toEqual(all);
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['4,097 characters', 'x'.repeat(4097)],
  ])('of %s is a problem in words, and nothing is written', async (_, text) => {
    const visitor = await Visitor.arrive();
    const before = await visitor.all();
    const { value, problem } = await visitor.send(text);
    expect(value).toBeNull();
    expect(problem?.type).toMatch(/^dialog:/);
    expect(problem?.title).not.toBe('');
    expect(problem?.detail).not.toBe('');
    expect(await visitor.all()).toEqual(before);
  });

  test('faster than people write is told to wait, and what was not taken is not written', async () => {
    const visitor = await Visitor.arrive();
    const replies = await Promise.all(Array.from({ length: 40 }, (_, turn) => visitor.send(`quickly ${turn}`)));
    const refused = replies.filter((reply) => reply.problem !== null);
    expect(refused.length).toBeGreaterThan(0);
    for (const { problem } of refused) {
      expect(problem?.type).toBe('dialog:too-fast');
      expect(problem?.retryAfter).toBeGreaterThan(0);
    }
    const written = (await visitor.all()).filter((event) => event.from === 'visitor');
    expect(written).toHaveLength(replies.length - refused.length);
  });

  test('of 4,096 characters arrives whole', async () => {
    const visitor = await Visitor.arrive();
    const text = 'سلام! '.repeat(800).slice(0, 4096).replace(/ $/, '!');
    const { value } = await visitor.send(text);
    const written = (await visitor.all()).find((event) => event.sequence === value?.sequence);
    expect(written?.text).toBe(text);
  });

  test.each(['', 'with blanks', 'x'.repeat(65), 'наш'])('with the id "%s" is a problem', async (id) => {
    const visitor = await Visitor.arrive();
    expect((await visitor.send('hello', id)).problem?.type).toMatch(/^dialog:/);
  });
});

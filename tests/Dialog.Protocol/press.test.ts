import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { demo, lesson, unclear } from './demo';
import { Visitor } from './visitor';

/** Asks what may mean either of two things, and waits until the bot has asked back. */
async function asked() {
  const visitor = await Visitor.arrive();
  await visitor.send(unclear);
  const question = await visitor.event((event) => event.choices !== undefined);
  return { visitor, question, choices: question.choices ?? [] };
}

describe('Choose', () => {
  test('of one of two says it in the visitor’s name and brings its answer', async () => {
    const { visitor, question, choices } = await asked();
    expect(choices).toHaveLength(2);
    const chosen = choices[1];
    const { value } = await visitor.choose(question.sequence, chosen?.id ?? '', 'c1');

    const said = await visitor.event((event) => event.sequence === value?.sequence);
    expect(said).toMatchObject({ kind: 'message', from: 'visitor', id: 'c1', text: chosen?.title });
    const answer = await visitor.event((event) => event.sequence === said.sequence + 1);
    const intent = demo.en.intents.find(({ title }) => title === chosen?.title);
    expect(answer).toMatchObject({ from: 'bot', text: intent?.answer, canReject: true });
  });

  test('of none of these hands off', async () => {
    const { visitor, question } = await asked();
    await visitor.choose(question.sequence, null);
    await visitor.event((event) => event.kind === 'handoff');
  });

  test('a second time, or of what was never offered, changes nothing', async () => {
    const { visitor, question, choices } = await asked();
    const id = randomUUID();
    const first = await visitor.choose(question.sequence, choices[0]?.id ?? '', id);
    expect(await visitor.choose(question.sequence, choices[0]?.id ?? '', id)).toEqual(first);
    await visitor.choose(question.sequence, choices[1]?.id ?? '');
    await visitor.choose(question.sequence, null);
    await visitor.choose(question.sequence, 'something-else');
    await visitor.choose(1, choices[0]?.id ?? '');
    await visitor.choose(9_999, null);
    const all = await visitor.all();
    expect(all.map((event) => event.sequence)).toEqual([1, 2, 3, 4]);
  });
});

describe('Reject', () => {
  test('of an answer hands off, once', async () => {
    const visitor = await Visitor.arrive();
    await visitor.send(lesson(demo.en).question);
    const answer = await visitor.event((event) => event.canReject === true);

    await visitor.reject(answer.sequence);
    await visitor.event((event) => event.kind === 'handoff');
    const before = await visitor.all();
    await visitor.reject(answer.sequence);
    await visitor.reject(1);
    expect(await visitor.all()).toEqual(before);
  });

  test.each(['choose', 'reject'] as const)('and %s with a bad id is a problem', async (what) => {
    const visitor = await Visitor.arrive();
    const reply = what === 'choose' ? await visitor.choose(1, null, 'with blanks') : await visitor.reject(1, 'with blanks');
    expect(reply.problem?.type).toBe('dialog:bad-id');
  });
});

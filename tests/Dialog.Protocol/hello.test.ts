import { describe, expect, test } from 'vitest';
import { demo, lesson } from './demo';
import { Visitor } from './visitor';

describe('Hello', () => {
  test('makes a new visitor and introduces the bot', async () => {
    const { welcome } = await Visitor.arrive();
    expect(welcome.token).toMatch(/^\S{16,}$/);
    expect(welcome.conversation).not.toBe('');
    expect(welcome).toMatchObject({ state: 'bot', agent: null, more: false });
    expect(welcome.bot).toEqual({ name: demo.en.name, language: 'en', greeting: demo.en.greeting, channels: [] });
  });

  test('with the token resumes the same conversation with all that was said', async () => {
    const before = await Visitor.arrive();
    const { question, answer } = lesson(demo.en);
    await before.send(question);
    await before.event((event) => event.from === 'bot' && event.text === answer);
    const said = await before.all();
    await before.connection.stop();

    const { welcome } = await Visitor.arrive({ token: before.welcome.token });
    expect(welcome.conversation).toBe(before.welcome.conversation);
    expect(welcome.token).toBe(before.welcome.token);
    expect(welcome.events).toEqual(said);
  });

  test('with what the client has already brings only the rest', async () => {
    const before = await Visitor.arrive();
    const first = await before.send('one');
    await before.send('two');
    const all = await before.all();

    const seen = first.value?.sequence ?? 0;
    const { welcome } = await Visitor.arrive({ token: before.welcome.token, after: seen });
    expect(welcome.events).toEqual(all.filter((event) => event.sequence > seen));
    expect(welcome.last).toBe(all.at(-1)?.sequence);
  });

  test('with a token nobody was given makes a new visitor', async () => {
    const { welcome } = await Visitor.arrive({ token: 'A'.repeat(43) });
    expect(welcome.token).not.toBe('A'.repeat(43));
    expect(welcome.events.filter((event) => event.from === 'visitor')).toEqual([]);
  });

  test('with the token of another bot makes a new visitor', async () => {
    const english = await Visitor.arrive();
    await english.send('for the English shop only');
    const { welcome } = await Visitor.arrive({ bot: 'demo-fa', token: english.welcome.token });
    expect(welcome.conversation).not.toBe(english.welcome.conversation);
    expect(JSON.stringify(welcome.events)).not.toContain('English shop only');
  });

  test.each([
    ['en', /[a-z]/i],
    ['fa', /[آ-ی]/],
  ])('to a bot that does not exist is answered with words in %s', async (language, letters) => {
    const visitor = await Visitor.connect();
    const { value, problem } = await visitor.hello({ bot: 'no-such-bot', language });
    expect(value).toBeNull();
    expect(problem?.type).toBe('dialog:unknown-bot');
    expect(problem?.title).toMatch(letters);
    expect(problem?.detail).toMatch(letters);
  });

  test.each(['Send', 'After', 'AskForPerson'])('has to come before %s', async (method) => {
    const visitor = await Visitor.connect();
    const reply: unknown = await visitor.connection.invoke(method, { id: 'a', text: 'too early', after: 0 });
    expect(reply).toMatchObject({ value: null, problem: { type: expect.stringMatching(/^dialog:/) as string } });
  });
});

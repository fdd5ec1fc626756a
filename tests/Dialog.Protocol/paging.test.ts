import { expect, onTestFinished, test } from 'vitest';
import { startServer } from './server';
import { Visitor } from './visitor';

test('A conversation of more than two hundred events comes in pages without a gap', async () => {
  // Nobody writes that much in a minute: it takes a server that does not hold visitors to their pace.
  const server = await startServer({ DIALOG_VISITOR_LIMITS: 'off' });
  onTestFinished(server.stop);
  const visitor = await Visitor.arrive({}, undefined, server.address);
  await visitor.askForPerson();
  for (let burst = 0; burst < 11; burst++)
    await Promise.all(Array.from({ length: 20 }, (_, turn) => visitor.send(`${burst}.${turn}`)));

  const { welcome } = await Visitor.arrive({ token: visitor.welcome.token }, undefined, server.address);
  expect(welcome).toMatchObject({ more: true });
  expect(welcome.events).toHaveLength(200);
  const rest = await visitor.after(200);
  expect(rest.value).toMatchObject({ more: false });
  const sequences = [...welcome.events, ...(rest.value?.events ?? [])].map((event) => event.sequence);
  expect(sequences).toEqual(Array.from({ length: sequences.length }, (_, index) => index + 1));
  expect(sequences.length).toBeGreaterThan(220);
});

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportPair } from '../src/api/types';
import { en } from '../src/i18n/en';
import { openPage } from './page';
import { FakeServer, preview, problem, user } from './server';

vi.mock('../src/desk/wire', () => ({ connectToHub: () => new Promise(() => undefined) }));

const box = () => screen.findByRole('textbox', { name: en.import.label });
const button = (name: string) => screen.getByRole('button', { name });
const good: ImportPair = { row: 1, title: 'a', examples: ['where is it'], answer: 'On its way.', state: 'new' };
const bad: ImportPair = {
  row: 4, title: 'b', examples: ['and this'], answer: '', state: 'refused',
  problem: { type: 'dialog:import-no-answer', title: 'This question has no answer.', detail: 'Write it below.' },
};

describe('adding many at once', () => {
  let server: FakeServer;
  beforeEach(() => {
    server = new FakeServer();
    server.on('POST api/bots/b1/import/preview', () => ({ json: preview(good, bad) }));
    server.on('POST api/bots/b1/import', () => ({ json: preview(good, bad) }));
  });

  it('previews, adds, and leaves what was refused in the box', async () => {
    openPage('/bots/b1/knowledge/add', server);
    fireEvent.change(await box(), { target: { value: 'where is it\nOn its way.\n\nand this' } });
    await userEvent.click(button(en.import.preview));
    const rows = await screen.findAllByRole('listitem');
    expect(within(rows[0]!).getByText('This question has no answer.')).toBeInTheDocument();
    expect(within(rows[0]!).getByText(en.import.row(4))).toBeInTheDocument();
    await userEvent.click(button(en.import.add(1)));
    expect(await screen.findByText(en.import.mend(1))).toBeInTheDocument();
    expect(await box()).toHaveValue('Q: and this\nA: ');
    expect(server.sent('POST api/bots/b1/import')[0]!.body).toBe('where is it\nOn its way.\n\nand this');
    expect(server.sent('POST api/bots/b1/import')[0]!.headers.get('X-CSRF')).toBe('token-1');
  });

  it('keeps the draft over a reload', async () => {
    const first = openPage('/bots/b1/knowledge/add', server);
    fireEvent.change(await box(), { target: { value: 'not finished yet' } });
    first.unmount();
    openPage('/bots/b1/knowledge/add', server);
    expect(await box()).toHaveValue('not finished yet');
  });

  it('shows a problem in the words of the server and keeps the text', async () => {
    server.on('POST api/bots/b1/import/preview', () => problem(400, 'dialog:import-empty', 'There is nothing in it.'));
    openPage('/bots/b1/knowledge/add', server);
    fireEvent.change(await box(), { target: { value: '???' } });
    await userEvent.click(button(en.import.preview));
    expect(await screen.findByText('There is nothing in it.')).toBeInTheDocument();
    expect(screen.getByText('There is nothing in it.: what to do')).toBeInTheDocument();
    expect(await box()).toHaveValue('???');
  });

  it('says so when the server cannot be reached, and keeps the text', async () => {
    server.on('POST api/bots/b1/import/preview', () => 'offline');
    openPage('/bots/b1/knowledge/add', server);
    fireEvent.change(await box(), { target: { value: 'hello' } });
    await userEvent.click(button(en.import.preview));
    expect(await screen.findByText(en.problems['console:offline'].title)).toBeInTheDocument();
    expect(await box()).toHaveValue('hello');
  });

  it('refuses ten megabytes at once, without asking the server', async () => {
    openPage('/bots/b1/knowledge/add', server);
    fireEvent.change(await box(), { target: { value: 'kept' } });
    fireEvent.change(await box(), { target: { value: 'x'.repeat(10_000_000) } });
    expect(screen.getByText(en.import.tooLarge('10', '2'))).toBeInTheDocument();
    expect(await box()).toHaveValue('kept');
    expect(server.sent('POST api/bots/b1/import/preview')).toHaveLength(0);
  });

  it('is what an owner sees first', async () => {
    server.intents = [];
    openPage('/bots/b1/knowledge', server);
    expect(await screen.findByRole('heading', { name: en.knowledge.emptyTitle })).toBeInTheDocument();
    expect(await box()).toHaveAttribute('placeholder', en.import.placeholder);
  });
});

describe('one intent', () => {
  it('is changed in the drawer; what was typed last is taken along', async () => {
    const server = new FakeServer().on('PUT api/bots/b1/intents/i1', ({ body }) => ({ json: JSON.parse(body) }));
    openPage('/bots/b1/knowledge', server);
    await userEvent.click(await screen.findByRole('button', { name: en.knowledge.edit('Opening hours') }));
    await userEvent.type(await screen.findByRole('textbox', { name: en.knowledge.addExample }), 'are you open on Sunday');
    await userEvent.click(screen.getByRole('button', { name: en.knowledge.removeExample('opening times') }));
    await userEvent.click(button(en.app.save));
    await waitFor(() => expect(server.sent('PUT api/bots/b1/intents/i1')).toHaveLength(1));
    expect(JSON.parse(server.sent('PUT api/bots/b1/intents/i1')[0]!.body)).toEqual({
      title: 'Opening hours', answer: 'From 10 to 6.', examples: ['when are you open', 'are you open on Sunday'],
    });
  });

  it('waits for a sign-in in place when the session has ended, and then goes on', async () => {
    let signedIn = false;
    const server = new FakeServer()
      .on('PUT api/bots/b1/intents/i1', ({ body }) => (signedIn ? { json: JSON.parse(body) } : problem(401, 'dialog:signed-out')))
      .on('POST api/session', () => {
        signedIn = true;
        return { json: {} };
      });
    openPage('/bots/b1/knowledge', server);
    await userEvent.click(await screen.findByRole('button', { name: en.knowledge.edit('Opening hours') }));
    fireEvent.change(await screen.findByRole('textbox', { name: en.knowledge.answer }), { target: { value: 'From 9 to 5.' } });
    await userEvent.click(button(en.app.save));
    const dialog = await screen.findByRole('dialog', { name: en.session.again });
    expect(within(dialog).getByRole('textbox', { name: en.session.email })).toHaveValue(user.email);
    await userEvent.type(within(dialog).getByLabelText(en.session.password), 'a long sentence');
    server.session = { ...server.session, csrf: 'token-2' };
    await userEvent.click(within(dialog).getByRole('button', { name: en.session.signIn }));
    await waitFor(() => expect(server.sent('PUT api/bots/b1/intents/i1')).toHaveLength(2));
    const again = server.sent('PUT api/bots/b1/intents/i1')[1]!;
    expect(JSON.parse(again.body)).toMatchObject({ answer: 'From 9 to 5.' });
    expect(again.headers.get('X-CSRF')).toBe('token-2');
  });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pushes } from '../src/desk/wire';
import { en } from '../src/i18n/en';
import { event, item } from './desk.data';
import { FakeHub } from './hub';
import { openPage } from './page';
import { FakeServer } from './server';

let hub: FakeHub;
vi.mock('../src/desk/wire', () => ({
  connectToHub: (pushes: Pushes, closed: () => void) => hub.connect(pushes, closed),
}));

const match = {
  outcome: 'handoff', confidence: 0.4, threshold: 0.8, answer: 'From 10 to 6.', title: 'Opening hours',
  runnerUp: { title: 'Address', confidence: 0.2 },
} as const;
const visitor = () => event(1, { text: 'are you open at night', match });
const composer = () => screen.findByRole('textbox', { name: en.desk.composer });
const list = () => screen.findByRole('region', { name: en.desk.list });

describe('the desk', () => {
  beforeEach(() => {
    hub = new FakeHub();
    hub.log = [visitor()];
  });

  it('shows who waits by itself, in the list, the navigation, the header and the title of the tab', async () => {
    hub.head = { state: 'bot' };
    openPage('/bots/b1/desk', new FakeServer());
    await within(await list()).findByText(en.desk.groups.bot);
    act(() => hub.pushes!.conversation(item('b', { preview: 'is anybody there', waitingSince: new Date().toISOString() })));
    const waiting = within(await list()).getByRole('region', { name: en.desk.groups.waiting });
    expect(within(waiting).getByText('is anybody there')).toBeInTheDocument();
    expect(within(waiting).getByText(/^waiting 0:0\d$/)).toBeInTheDocument();
    expect(screen.getAllByLabelText(en.app.waiting(1))).toHaveLength(2);
    expect(document.title).toMatch(/^\(1\) /);
  });

  it('shows what the bot would have said, and puts it into the composer', async () => {
    openPage('/bots/b1/desk/a', new FakeServer());
    const note = await screen.findByRole('note', { name: en.desk.botUnsure });
    expect(within(note).getByText('From 10 to 6.')).toBeInTheDocument();
    expect(within(note).getByRole('meter', { name: en.try.meter('40%', '80%') })).toBeInTheDocument();
    expect(within(note).getByText(en.desk.runnerUp('Address', '20%'))).toBeInTheDocument();
    await userEvent.click(within(note).getByRole('button', { name: en.desk.use }));
    expect(await composer()).toHaveValue('From 10 to 6.');
  });

  it('takes, answers on Enter, tells that somebody types, and closes', async () => {
    openPage('/bots/b1/desk/a', new FakeServer());
    await userEvent.click(await screen.findByRole('button', { name: en.desk.take }));
    expect(await screen.findByText(en.desk.states.mine)).toBeInTheDocument();
    await userEvent.type(await composer(), 'No,{Shift>}{Enter}{/Shift}sorry.{Enter}');
    const messages = screen.getByRole('log', { name: en.desk.messages });
    expect(await within(messages).findByText(/No,\s+sorry\./)).toBeInTheDocument();
    expect(await composer()).toHaveValue('');
    expect(hub.log.at(-1)).toMatchObject({ from: 'agent', text: 'No,\nsorry.' });
    expect(hub.told).toEqual(['Typing']);
    await userEvent.click(screen.getByRole('button', { name: en.desk.closeIt }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: en.desk.composer })).toBeNull());
  });

  it('takes what is answered before it was taken', async () => {
    openPage('/bots/b1/desk/a', new FakeServer());
    await userEvent.type(await composer(), 'Yes{Enter}');
    await waitFor(() => expect(hub.log.at(-1)).toMatchObject({ text: 'Yes' }));
    expect(hub.calls.indexOf('Take')).toBeLessThan(hub.calls.indexOf('Answer'));
  });

  it('is walked with the keyboard: j opens, t takes', async () => {
    const { router } = openPage('/bots/b1/desk', new FakeServer());
    await within(await list()).findByText(en.desk.groups.waiting);
    await userEvent.keyboard('j');
    await waitFor(() => expect(router.state.location.pathname).toBe('/bots/b1/desk/a'));
    await userEvent.keyboard('t');
    expect(await screen.findByText(en.desk.states.mine)).toBeInTheDocument();
  });

  it('keeps a draft for each conversation, and does not take keys from who types', async () => {
    const { unmount } = openPage('/bots/b1/desk/a', new FakeServer());
    await userEvent.type(await composer(), 'just a thought');
    expect(hub.calls).not.toContain('Take');
    unmount();
    openPage('/bots/b1/desk/a', new FakeServer());
    expect(await composer()).toHaveValue('just a thought');
  });

  it('says calmly that it reconnects, and keeps what is sent meanwhile', async () => {
    hub.head = { state: 'agent', agent: { id: 'me', name: 'Sara' } };
    openPage('/bots/b1/desk/a', new FakeServer());
    await screen.findByRole('note');
    act(() => hub.drop());
    expect(await screen.findByText(en.desk.reconnecting)).toBeInTheDocument();
    await userEvent.type(await composer(), 'one moment{Enter}');
    expect(await screen.findByText(en.desk.sending)).toBeInTheDocument();
    hub.up = true;
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(hub.log.at(-1)).toMatchObject({ text: 'one moment' }));
    await waitFor(() => expect(screen.queryByText(en.desk.sending)).toBeNull());
    expect(screen.queryByText(en.desk.reconnecting)).toBeNull();
  });

  it('shows that the visitor types, until the message is there', async () => {
    openPage('/bots/b1/desk/a', new FakeServer());
    await screen.findByRole('note');
    act(() => hub.pushes!.typing({ conversation: 'a' }));
    expect(await screen.findByText(en.desk.typing)).toBeInTheDocument();
    act(() => hub.pushes!.events({ conversation: 'a', events: [event(2, { text: 'hello?' })] }));
    expect(await screen.findByText('hello?')).toBeInTheDocument();
    expect(screen.queryByText(en.desk.typing)).toBeNull();
  });
});

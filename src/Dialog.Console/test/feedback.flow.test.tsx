import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Feedback } from '../src/api/types';
import { en } from '../src/i18n/en';
import { fa } from '../src/i18n/fa';
import { openPage } from './page';
import { FakeServer, hours, problem } from './server';

vi.mock('../src/desk/wire', () => ({ connectToHub: () => new Promise(() => undefined) }));

const chosen: Feedback = {
  id: 'f1', kind: 'chosen', text: 'open?', intent: hours, times: 3, at: '2026-11-21T10:00:00Z', conversation: 'c1',
};
const rejected: Feedback = { ...chosen, id: 'f2', kind: 'rejected', text: 'is the cat open', times: 1 };
const button = (name: string) => screen.getByRole('button', { name });
const row = async (text: string) => within((await screen.findByText(text)).closest('li')!);

describe('feedback', () => {
  let server: FakeServer;
  let left: Feedback[];
  beforeEach(() => {
    left = [chosen, rejected];
    server = new FakeServer().on('GET api/bots/b1/feedback', () => ({ json: left }));
  });

  it('offers what was chosen as an example, and adds it only on a press', async () => {
    server.on('POST api/bots/b1/feedback/f1/example', () => {
      left = [rejected];
      return { status: 204 };
    });
    openPage('/bots/b1/knowledge/feedback', server);
    const one = await row('open?');
    expect(one.getByText(en.feedback.chosen('Opening hours'))).toBeInTheDocument();
    expect(server.sent('POST api/bots/b1/feedback/f1/example')).toEqual([]);
    await userEvent.click(one.getByRole('button', { name: en.feedback.addExample }));
    await waitFor(() => expect(screen.queryByText('open?')).not.toBeInTheDocument());
    expect(JSON.parse(server.sent('POST api/bots/b1/feedback/f1/example')[0]!.body)).toEqual({ intent: 'i1' });
  });

  it('makes a refused answer’s words a message that is not for the bot', async () => {
    server.on('POST api/bots/b1/feedback/f2/negative', () => ({ status: 204 }));
    openPage('/bots/b1/knowledge/feedback', server);
    await userEvent.click((await row('is the cat open')).getByRole('button', { name: en.feedback.notForUs }));
    await waitFor(() => expect(server.sent('POST api/bots/b1/feedback/f2/negative')).toHaveLength(1));
  });

  it('teaches words to another intent', async () => {
    server.on('POST api/bots/b1/feedback/f2/example', () => ({ status: 204 }));
    openPage('/bots/b1/knowledge/feedback', server);
    await userEvent.click((await row('is the cat open')).getByRole('button', { name: en.feedback.belongs }));
    await userEvent.click(await screen.findByRole('option', { name: 'Opening hours', hidden: true }));
    await waitFor(() => expect(server.sent('POST api/bots/b1/feedback/f2/example')).toHaveLength(1));
  });

  it('stays and says why when the server refuses', async () => {
    server.on('POST api/bots/b1/feedback/f2/negative', () => problem(409, 'dialog:negative-is-example', 'It is an example.'));
    openPage('/bots/b1/knowledge/feedback', server);
    await userEvent.click((await row('is the cat open')).getByRole('button', { name: en.feedback.notForUs }));
    expect(await screen.findByText('It is an example.')).toBeInTheDocument();
    expect(screen.getByText('is the cat open')).toBeInTheDocument();
  });

  it('explains itself when there is none, in Persian as well', async () => {
    left = [];
    openPage('/bots/b1/knowledge/feedback', server, 'fa');
    expect(await screen.findByText(fa.feedback.emptyText)).toBeInTheDocument();
  });
});

describe('messages that are not for the bot', () => {
  it('explains what they are, takes one a line, and forgets one', async () => {
    let list = [] as { id: string; text: string }[];
    const server = new FakeServer()
      .on('GET api/bots/b1/negatives', () => ({ json: list }))
      .on('POST api/bots/b1/negatives', ({ body }) => {
        list = (JSON.parse(body) as { texts: string[] }).texts.map((text, id) => ({ id: String(id), text }));
        return { json: list };
      })
      .on('DELETE api/bots/b1/negatives/0', () => {
        list = list.slice(1);
        return { status: 204 };
      });
    openPage('/bots/b1/knowledge/not-for-us', server);
    expect(await screen.findByText(en.negatives.emptyText)).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: en.negatives.add }), 'tell a joke{enter}{enter}who won');
    await userEvent.click(button(en.negatives.addButton));
    expect(await screen.findByText('who won')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: en.negatives.add })).toHaveValue('');
    await userEvent.click(button(en.negatives.remove('tell a joke')));
    await waitFor(() => expect(screen.queryByText('tell a joke')).not.toBeInTheDocument());
  });
});

describe('trying a message that may mean either of two', () => {
  it('shows that the bot would ask, with both', async () => {
    const ranked = [{ intentId: 'i1', title: 'Opening hours', confidence: 0.5 }, { intentId: 'i2', title: 'Holidays', confidence: 0.4 }];
    const server = new FakeServer()
      .on('POST api/bots/b1/try', () => ({ json: { outcome: 'unsure', confidence: 0.5, threshold: 0.7, ranked } }));
    openPage('/bots/b1/try', server);
    await userEvent.type(await screen.findByRole('textbox', { name: en.try.input }), 'when{enter}');
    expect(await screen.findByText(en.press.asksBack)).toBeInTheDocument();
    const offered = within(screen.getByRole('list', { name: en.press.offered }));
    expect(offered.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Opening hours50%', 'Holidays40%']);
  });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel } from '../src/api/types';
import type { Pushes } from '../src/desk/wire';
import { en } from '../src/i18n/en';
import { FakeHub } from './hub';
import { channel, digest } from './messengers.data';
import { openPage } from './page';
import { FakeServer, problem, shop } from './server';

let hub: FakeHub;
vi.mock('../src/desk/wire', () => ({
  connectToHub: (pushes: Pushes, closed: () => void) => hub.connect(pushes, closed),
}));

const texts = en.messengers;
const channels = 'api/bots/b1/channels';
const page = '/bots/b1/messengers';
const telegram = () => screen.findByRole('region', { name: texts.names.telegram });
const bale = () => screen.findByRole('region', { name: texts.names.bale });

const serverWith = (...list: Channel[]) => new FakeServer()
  .on(`GET ${channels}`, () => ({ json: { channels: list } }))
  .on('GET api/bots/b1/digest', () => ({ json: digest() }));

const bodyOf = (server: FakeServer, route: string) => JSON.parse(server.sent(route).at(-1)!.body) as unknown;

async function connect(card: HTMLElement, token: string) {
  await userEvent.type(within(card).getByLabelText(texts.token), token);
  await userEvent.click(within(card).getByRole('button', { name: texts.connect }));
}

beforeEach(() => (hub = new FakeHub()));

describe('connecting a messenger', () => {
  it('takes a token and shows the account it belongs to, and the token no more', async () => {
    const server = serverWith().on(`POST ${channels}`, () => ({ status: 201, json: channel() }));
    openPage(page, server);
    await connect(await telegram(), ' 123:abc ');
    expect(await within(await telegram()).findByText('@lantern_bot')).toBeInTheDocument();
    expect(bodyOf(server, `POST ${channels}`)).toEqual({ provider: 'telegram', token: '123:abc' });
    expect(document.body.innerHTML).not.toContain('123:abc');
    expect(Object.values(localStorage).join()).not.toContain('123:abc');
    expect(within(await bale()).getByText(texts.notConnected)).toBeInTheDocument();
  });

  it('asks for the token before it asks the server', async () => {
    const server = serverWith();
    openPage(page, server);
    await userEvent.click(within(await bale()).getByRole('button', { name: texts.connect }));
    expect(await within(await bale()).findByText(texts.tokenMissing)).toBeInTheDocument();
    expect(server.sent(`POST ${channels}`)).toHaveLength(0);
  });

  it('says at the field that the messenger refuses the token, which stays there', async () => {
    openPage(page, serverWith().on(`POST ${channels}`, () => problem(400, 'dialog:token-refused', 'Not accepted')));
    const card = await telegram();
    await connect(card, '123:abc');
    const field = within(card).getByLabelText(texts.token);
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Not accepted/));
    expect(field).toHaveValue('123:abc');
    expect(field).toHaveFocus();
    expect(within(card).queryByRole('alert')).toBeNull();
  });

  it('opens the addresses where the messenger is out of reach, and takes a proxy', async () => {
    const server = serverWith().on(`POST ${channels}`, () => problem(502, 'dialog:messenger-unreachable', 'Out of reach'));
    openPage(page, server);
    const card = await telegram();
    await connect(card, '123:abc');
    expect(await within(card).findByRole('alert')).toHaveTextContent('Out of reach');
    expect(within(card).getByRole('button', { name: texts.addresses })).toHaveAttribute('aria-expanded', 'true');
    await userEvent.type(within(card).getByLabelText(texts.proxy), 'socks5://10.0.0.1:1080');
    await userEvent.click(within(card).getByRole('button', { name: texts.connect }));
    await waitFor(() => expect(bodyOf(server, `POST ${channels}`)).toEqual({ provider: 'telegram', token: '123:abc', proxy: 'socks5://10.0.0.1:1080' }));
  });

  it('is for owners', async () => {
    const server = serverWith();
    server.session.bots = [{ ...shop, role: 'agent' }];
    const { router } = openPage(page, server);
    await waitFor(() => expect(router.state.location.pathname).toBe('/bots/b1/desk'));
  });
});

describe('a connected messenger', () => {
  it('follows what the server pushes, without being asked again', async () => {
    openPage(page, serverWith(channel()));
    const card = await telegram();
    expect(within(card).getByRole('status', { name: texts.state })).toHaveTextContent(texts.states.receiving);
    const trouble = channel({ state: 'troubled', problem: { title: 'Out of reach', detail: 'Check the proxy.' }, nextTryAt: new Date(Date.now() + 95_000).toISOString() });
    act(() => hub.pushes!.channel({ bot: 'b1', channel: trouble }));
    expect(await within(card).findByRole('alert')).toHaveTextContent(/Out of reach.*Check the proxy\..*Next try in 1 minute/);
    expect(within(card).getByRole('status', { name: texts.state })).toHaveAttribute('data-state', 'troubled');
  });

  it('still knows after a push that it may let the messenger call', async () => {
    openPage(page, serverWith(channel()));
    await userEvent.click(within(await telegram()).getByRole('button', { name: texts.settings }));
    act(() => hub.pushes!.channel({ bot: 'b1', channel: channel({ canWebhook: false, waitingToSend: 3 }) }));
    expect(await within(await telegram()).findByText(new RegExp(texts.waitingToSend(3)))).toBeInTheDocument();
    expect(within(await telegram()).queryByText(texts.webhookMissing)).toBeNull();
  });

  it('asks anew when the live connection was away, since pushes may have been missed', async () => {
    let view = channel();
    openPage(page, serverWith().on(`GET ${channels}`, () => ({ json: { channels: [view] } })));
    await waitFor(() => expect(hub.calls).toContain('Join'));
    const state = within(await telegram()).getByRole('status', { name: texts.state });
    act(() => hub.drop());
    view = channel({ state: 'troubled' });
    hub.up = true;
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(state).toHaveTextContent(texts.states.troubled));
  });

  it('takes a new token where the old one was revoked', async () => {
    const stopped = channel({ state: 'stopped', problem: { title: 'Not accepted', detail: 'Get a new one.' } });
    const server = serverWith(stopped).on(`PATCH ${channels}/c1`, () => ({ json: channel() }));
    openPage(page, server);
    const card = await telegram();
    await userEvent.type(within(card).getByLabelText(texts.newToken), '123:new');
    await userEvent.click(within(card).getByRole('button', { name: texts.replaceToken }));
    await waitFor(() => expect(within(card).getByRole('status', { name: texts.state })).toHaveTextContent(texts.states.receiving));
    expect(bodyOf(server, `PATCH ${channels}/c1`)).toEqual({ token: '123:new' });
  });

  it('is turned off and on again', async () => {
    const server = serverWith(channel()).on(`PATCH ${channels}/c1`, ({ body }) => {
      const { isOn } = JSON.parse(body) as { isOn: boolean };
      return { json: channel({ isOn, state: isOn ? 'receiving' : 'off' }) };
    });
    openPage(page, server);
    const card = await telegram();
    const onOff = within(card).getByRole('switch', { name: texts.on('Telegram') });
    await userEvent.click(onOff);
    expect(await within(card).findByText(texts.offText)).toBeInTheDocument();
    await userEvent.click(onOff);
    await waitFor(() => expect(onOff).toBeChecked());
  });

  it('lets the messenger call, or says what is missing for that', async () => {
    const server = serverWith(channel(), channel({ id: 'c2', provider: 'bale', canWebhook: false }))
      .on(`PATCH ${channels}/c1`, () => ({ json: channel({ receiving: 'webhook', webhookAddress: 'https://chat.example.org/hooks/…' }) }));
    openPage(page, server);
    await userEvent.click(within(await telegram()).getByRole('button', { name: texts.settings }));
    await userEvent.click(await within(await telegram()).findByRole('radio', { name: new RegExp(texts.receivings.webhook) }));
    expect(await within(await telegram()).findByText('https://chat.example.org/hooks/…')).toBeInTheDocument();
    expect(bodyOf(server, `PATCH ${channels}/c1`)).toEqual({ receiving: 'webhook' });
    await userEvent.click(within(await bale()).getByRole('button', { name: texts.settings }));
    const missing = await within(await bale()).findByText(texts.webhookMissing);
    await waitFor(() => expect(missing).toBeVisible());
    expect(within(await bale()).getByRole('radio', { name: new RegExp(texts.receivings.webhook) })).toBeDisabled();
  });

  it('is disconnected after a question', async () => {
    const server = serverWith(channel()).on(`DELETE ${channels}/c1`, () => ({ status: 204 }));
    openPage(page, server);
    const card = await telegram();
    await userEvent.click(within(card).getByRole('button', { name: texts.settings }));
    await userEvent.click(await within(card).findByRole('button', { name: texts.disconnect }));
    const dialog = await screen.findByRole('dialog', { name: texts.disconnectTitle('Lantern Bot') });
    expect(server.sent(`DELETE ${channels}/c1`)).toHaveLength(0);
    await userEvent.click(within(dialog).getByRole('button', { name: texts.disconnect }));
    expect(await within(card).findByText(texts.notConnected)).toBeInTheDocument();
  });
});

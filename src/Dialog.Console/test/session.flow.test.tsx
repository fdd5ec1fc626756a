import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { en } from '../src/i18n/en';
import { fa } from '../src/i18n/fa';
import { openPage } from './page';
import { FakeServer, problem, shop } from './server';

vi.mock('../src/desk/wire', () => ({ connectToHub: () => new Promise(() => undefined) }));

function signedOut(): FakeServer {
  const server = new FakeServer();
  server.session = { csrf: 'token-0', user: null, bots: [] };
  return server;
}

const password = (texts: typeof en) => screen.getByLabelText(texts.session.password);

describe('signing in', () => {
  it('comes first, and leads to where one wanted to go', async () => {
    const server = signedOut().on('POST api/session', () => {
      server.session = new FakeServer().session;
      return { json: {} };
    });
    const { router } = openPage('/bots/b1/try', server);
    await userEvent.type(await screen.findByRole('textbox', { name: en.session.email }), ' sara@example.com ');
    await userEvent.type(password(en), 'a long sentence');
    await userEvent.click(screen.getByRole('button', { name: en.session.signIn }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/bots/b1/try'));
    expect(JSON.parse(server.sent('POST api/session')[0]!.body)).toEqual({ email: 'sara@example.com', password: 'a long sentence' });
  });

  it('speaks Persian to the server and to the person', async () => {
    const server = signedOut().on('POST api/session', () => problem(400, 'dialog:wrong-password', 'گذرواژه درست نیست'));
    openPage('/signin', server, 'fa');
    await userEvent.type(await screen.findByRole('textbox', { name: fa.session.email }), 'sara@example.com');
    await userEvent.type(password(fa), 'something else');
    await userEvent.click(screen.getByRole('button', { name: fa.session.signIn }));
    expect(await screen.findByText('گذرواژه درست نیست')).toBeInTheDocument();
    expect(server.sent('POST api/session')[0]!.headers.get('Accept-Language')).toBe('fa');
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    expect(password(fa)).toHaveValue('something else');
  });

  it('says in words how long a locked account stays locked', async () => {
    const server = signedOut().on('POST api/session', () => problem(429, 'dialog:locked', 'Locked for a while', { retryAfter: 245 }));
    openPage('/signin', server);
    await userEvent.type(await screen.findByRole('textbox', { name: en.session.email }), 'sara@example.com');
    await userEvent.type(password(en), 'something else');
    await userEvent.click(screen.getByRole('button', { name: en.session.signIn }));
    expect(await screen.findByText(/4 minutes and \d seconds?/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: en.session.signIn })).toBeDisabled();
  });
});

describe('signing up', () => {
  it('says what is missing before it asks the server', async () => {
    const server = signedOut();
    openPage('/signup', server);
    await userEvent.type(await screen.findByLabelText(en.session.password), 'short');
    await userEvent.click(screen.getByRole('button', { name: en.session.signUp }));
    expect(await screen.findByText(en.session.passwordShort(5))).toBeInTheDocument();
    expect(screen.getAllByText(en.session.missing)).toHaveLength(2);
    expect(server.sent('POST api/accounts')).toHaveLength(0);
  });

  it('passes the invitation on', async () => {
    const server = signedOut()
      .on('GET api/invitations/t1', () => ({ json: { bot: 'Lantern', role: 'agent', invitedBy: 'Sara' } }))
      .on('POST api/accounts', () => {
        server.session = new FakeServer().session;
        return { json: {} };
      });
    openPage('/join/t1', server);
    expect(await screen.findByRole('heading', { name: en.session.joinTitle('Lantern') })).toBeInTheDocument();
    await userEvent.type(await screen.findByRole('textbox', { name: en.session.name }), 'Ali');
    await userEvent.type(screen.getByRole('textbox', { name: en.session.email }), 'ali@example.com');
    await userEvent.type(password(en), 'a long sentence');
    await userEvent.click(screen.getByRole('button', { name: en.session.signUp }));
    await waitFor(() => expect(server.sent('POST api/accounts')).toHaveLength(1));
    expect(JSON.parse(server.sent('POST api/accounts')[0]!.body)).toMatchObject({ invitation: 't1', name: 'Ali', language: 'en' });
  });

  it('says what to do about an invitation that no longer works', async () => {
    openPage('/join/t2', signedOut());
    expect(await screen.findByText(en.session.joinGoneText)).toBeInTheDocument();
  });
});

describe('the language of the account', () => {
  it('follows the console', async () => {
    const server = new FakeServer().on('PATCH api/account', () => ({ status: 204 }));
    openPage('/', server, 'fa');
    await waitFor(() => expect(server.sent('PATCH api/account').map(({ body }) => body)).toEqual(['{"language":"fa"}']));
  });
});

describe('who sees what', () => {
  it('an agent only has the desk', async () => {
    const server = new FakeServer();
    server.session.bots = [{ ...shop, role: 'agent' }];
    const { router } = openPage('/bots/b1/settings', server);
    await waitFor(() => expect(router.state.location.pathname).toBe('/bots/b1/desk'));
    expect(screen.queryByRole('link', { name: en.app.pages.settings })).toBeNull();
  });

  it('the bot of somebody else does not exist', async () => {
    openPage('/bots/other/desk', new FakeServer());
    expect(await screen.findByText(en.app.lostTitle)).toBeInTheDocument();
  });

  it('somebody without a bot is led to the first one', async () => {
    const server = new FakeServer();
    server.session.bots = [];
    openPage('/', server);
    expect(await screen.findByRole('link', { name: en.bots.createFirst })).toHaveAttribute('href', '/bots/new');
  });
});

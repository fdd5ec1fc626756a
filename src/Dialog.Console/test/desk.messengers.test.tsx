import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '../src/api/client';
import type { AttachedFile } from '../src/api/types';
import { attachmentBytes } from '../src/desk/useAttachments';
import type { Pushes } from '../src/desk/wire';
import { en } from '../src/i18n/en';
import { event, item } from './desk.data';
import { FakeHub } from './hub';
import { openPage } from './page';
import { FakeServer, problem } from './server';

let hub: FakeHub;
vi.mock('../src/desk/wire', () => ({
  connectToHub: (pushes: Pushes, closed: () => void) => hub.connect(pushes, closed),
}));

const mine = { state: 'agent', agent: { id: 'me', name: 'Sara' } } as const;
const page = '/bots/b1/desk/a';
const messages = () => screen.findByRole('log', { name: en.desk.messages });
const composer = () => screen.findByRole('textbox', { name: en.desk.composer });
const photo = new File(['roses'], 'roses.png', { type: 'image/png' });
const contract = new File(['we agree'], 'contract.pdf', { type: 'application/pdf' });

/** The upload's own way is tried in http.test.ts. */
function uploads() {
  let count = 0;
  return vi.spyOn(api, 'attach').mockImplementation(async (_bot, _conversation, file) => {
    const stored: AttachedFile = { id: `f${++count}`, name: file.name, type: file.type, size: file.size, isImage: file.type.startsWith('image/') };
    hub.files.set(stored.id, stored);
    return stored;
  });
}

beforeEach(() => {
  vi.restoreAllMocks();
  URL.createObjectURL = () => 'blob:thumbnail';
  URL.revokeObjectURL = () => undefined;
  hub = new FakeHub();
  hub.head = { ...mine, channel: 'telegram', person: { name: 'Pouya', username: 'pouya_r' } };
});

describe('a conversation on a messenger', () => {
  it('says where and as whom the visitor writes', async () => {
    openPage(page, new FakeServer());
    const conversation = await screen.findByRole('region', { name: 'Pouya' });
    expect(within(conversation).getByText('@pouya_r')).toBeInTheDocument();
    expect(within(conversation).getByRole('img', { name: en.messengers.via.telegram })).toBeInTheDocument();
    const list = screen.getByRole('region', { name: en.desk.list });
    expect(within(list).getByRole('link', { name: /Pouya/ })).toContainElement(within(list).getByRole('img', { name: 'On Telegram' }));
  });

  it('warns while the visitor cannot be reached', async () => {
    openPage(page, new FakeServer());
    await messages();
    act(() => hub.pushes!.conversation(item('a', { ...hub.head, last: 1, unreachable: 'blocked' })));
    expect(await screen.findByText(en.delivery.unreachable.blocked)).toBeInTheDocument();
    act(() => hub.pushes!.conversation(item('a', { ...hub.head, last: 2 })));
    await waitFor(() => expect(screen.queryByText(en.delivery.unreachable.blocked)).toBeNull());
  });

  it('says at a message that it is on its way, or why it failed, and sends it again', async () => {
    hub.log = [event(1), event(2, { from: 'agent', agentId: 'me', text: 'Tomorrow.', delivery: { state: 'delayed' } })];
    openPage(page, new FakeServer());
    expect(await within(await messages()).findByText(en.delivery.delayed)).toBeInTheDocument();
    const failed = { state: 'failed', problem: { title: 'Six hours away', detail: 'Try later.' } } as const;
    act(() => hub.pushes!.delivery({ conversation: 'a', sequence: 2, delivery: failed }));
    const alert = await within(await messages()).findByRole('alert');
    expect(alert).toHaveTextContent(/Six hours away.*Try later\./);
    await userEvent.click(within(alert).getByRole('button', { name: en.delivery.resend }));
    await waitFor(() => expect(screen.queryByText('Six hours away')).toBeNull());
    expect(hub.calls).toContain('Resend');
  });

  it('learns after the connection was away what has arrived meanwhile', async () => {
    hub.log = [event(1), event(2, { from: 'agent', agentId: 'me', delivery: { state: 'delayed' } })];
    openPage(page, new FakeServer());
    expect(await within(await messages()).findByText(en.delivery.delayed)).toBeInTheDocument();
    act(() => hub.drop());
    hub.log = [event(1), event(2, { from: 'agent', agentId: 'me' })];
    hub.up = true;
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(screen.queryByText(en.delivery.delayed)).toBeNull());
  });

  it('shows an edited message as it is now, and as it was when asked', async () => {
    hub.log = [event(1, { text: 'wher is it' }), event(2, { kind: 'edited', edits: 1, text: 'where is it' })];
    openPage(page, new FakeServer());
    expect(await within(await messages()).findByText('where is it')).toBeInTheDocument();
    expect(screen.queryByText('wher is it')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: en.delivery.edited }));
    expect(within(screen.getByRole('note', { name: en.delivery.earlier })).getByText('wher is it')).toBeInTheDocument();
  });
});

describe('files', () => {
  it('are a picture to open, or a name and a size to download', async () => {
    hub.log = [
      event(1, { text: 'my order', file: { id: 'f8', name: 'roses.png', type: 'image/png', size: 5, isImage: true } }),
      event(2, { text: 'contract.pdf', file: { id: 'f9', name: 'contract.pdf', type: 'application/pdf', size: 245_760, isImage: false } }),
    ];
    openPage(page, new FakeServer());
    const picture = await within(await messages()).findByRole('link', { name: en.files.enlarge('roses.png') });
    expect(picture).toHaveAttribute('href', expect.stringMatching(/\/api\/bots\/b1\/files\/f8$/));
    const file = within(await messages()).getByRole('button', { name: /^Download\s*contract\.pdf/ });
    expect(file).toHaveTextContent('240 kB');
    expect(within(await messages()).getByText('my order')).toBeInTheDocument();
    expect(within(await messages()).getAllByText('contract.pdf')).toHaveLength(1);
  });

  it('are downloaded, once the messenger gives them', async () => {
    hub.log = [event(1, { text: 'contract.pdf', file: { id: 'f9', name: 'contract.pdf', type: 'application/pdf', size: 5, isImage: false } })];
    const server = new FakeServer().on('GET api/bots/b1/files/f9', () => problem(502, 'dialog:file-not-fetched', 'Not given now'));
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      expect(this.download).toBe('contract.pdf');
    });
    openPage(page, server);
    await userEvent.click(await screen.findByRole('button', { name: /^Download\s*contract\.pdf/ }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Not given now');
    expect(saved).not.toHaveBeenCalled();
    server.on('GET api/bots/b1/files/f9', () => ({ json: 'we agree' }));
    await userEvent.click(within(alert).getByRole('button', { name: en.app.retry }));
    await waitFor(() => expect(saved).toHaveBeenCalledOnce());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('go one by one, in order, the words with the first', async () => {
    const attach = uploads();
    openPage(page, new FakeServer());
    fireEvent.paste(await composer(), { clipboardData: { files: [photo, contract], types: ['Files'] } });
    const tray = await screen.findByRole('list', { name: en.files.chosen });
    expect(within(tray).getAllByRole('listitem')).toHaveLength(2);
    await userEvent.type(await composer(), 'here you are{Enter}');
    await waitFor(() => expect(hub.log).toHaveLength(3));
    expect(hub.log.slice(1).map(({ text, file }) => [text, file?.name])).toEqual([['here you are', 'roses.png'], ['', 'contract.pdf']]);
    expect(attach.mock.calls.map(([bot, conversation]) => [bot, conversation])).toEqual([['b1', 'a'], ['b1', 'a']]);
    expect(screen.queryByRole('list', { name: en.files.chosen })).toBeNull();
  });

  it('are chosen with the button, and can be left out again', async () => {
    uploads();
    const { container } = openPage(page, new FakeServer());
    await composer();
    await userEvent.upload(container.querySelector<HTMLInputElement>('input[type=file]')!, photo);
    await userEvent.click(await screen.findByRole('button', { name: en.files.leaveOut('roses.png') }));
    await waitFor(() => expect(screen.queryByRole('list', { name: en.files.chosen })).toBeNull());
    expect(screen.getAllByRole('button', { name: en.desk.send }).every((button) => button.hasAttribute('disabled'))).toBe(true);
  });

  it('are dropped anywhere on the page', async () => {
    openPage(page, new FakeServer());
    await composer();
    const drag = { files: [photo], items: [{ kind: 'file', type: photo.type, getAsFile: () => photo }], types: ['Files'] };
    act(() => void document.dispatchEvent(createEvent.dragEnter(document, { dataTransfer: drag })));
    fireEvent.drop(await screen.findByText(en.files.drop), { dataTransfer: drag });
    expect(await screen.findByRole('list', { name: en.files.chosen })).toHaveTextContent('roses.png');
  });

  it('are not what is meant where words were copied from an office program', async () => {
    openPage(page, new FakeServer());
    fireEvent.paste(await composer(), { clipboardData: { files: [photo], types: ['text/plain', 'text/html', 'Files'] } });
    expect(screen.queryByRole('list', { name: en.files.chosen })).toBeNull();
  });

  it('that are too large stay behind, with a word why', async () => {
    openPage(page, new FakeServer());
    const film = new File([], 'film.mp4', { type: 'video/mp4' });
    Object.defineProperty(film, 'size', { value: attachmentBytes + 1 });
    fireEvent.paste(await composer(), { clipboardData: { files: [film], types: ['text/plain', 'Files'] } });
    expect(await screen.findByRole('alert')).toHaveTextContent(/film\.mp4.*at most 20 MB/);
    expect(screen.queryByRole('list', { name: en.files.chosen })).toBeNull();
  });
});

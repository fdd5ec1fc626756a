// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../src/panel/App';
import type { Host, HostState } from '../../src/panel/host';
import { createStore } from '../../src/protocol/store';
import { FakeHub } from '../protocol/fakeHub';
import { settle, visitor } from '../protocol/visitor';

const framed = (locale: HostState['locale']): Host => ({
  store: createStore<HostState, Partial<HostState>>((state, change) => ({ ...state, ...change }), {
    shown: true,
    focused: 0,
    locale,
  }),
  framed: true,
  ready: () => undefined,
  keep: () => undefined,
  close: vi.fn(),
});

describe('the panel', () => {
  let hub: FakeHub;
  beforeEach(() => {
    vi.useFakeTimers();
    hub = new FakeHub();
    document.body.innerHTML = '<div id="panel"></div>';
  });
  afterEach(() => {
    render(null, root());
    vi.useRealTimers();
  });

  const root = () => document.getElementById('panel') as HTMLElement;
  const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector) as T;
  const all = (selector: string) => [...document.querySelectorAll(selector)];

  const open = async (locale: HostState['locale'] = null, tab = visitor(hub)) => {
    const host = framed(locale);
    render(<App client={tab.client} host={host} memory={tab.memory} hasBot />, root());
    tab.client.start();
    await settle(50);
    return { tab, host };
  };
  const write = async (text: string) => {
    const field = find<HTMLTextAreaElement>('textarea');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settle(50);
    return field;
  };
  const press = async (target: EventTarget, key: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    target.dispatchEvent(event);
    await settle(50);
    return event;
  };
  const click = async (text: string) => {
    const button = all('button').find((one) => one.textContent?.includes(text)) as HTMLElement;
    button.click();
    await settle(50);
  };

  test('greets, and has a polite log that is told only what is new', async () => {
    await open();
    expect(find('h1').textContent).toBe('Tea shop');
    expect(find('[role=log]').textContent).toContain('Hello there!');
    expect(find('[role=log]').getAttribute('aria-live')).toBe('polite');
  });

  test('sends on Enter and breaks the line on Shift+Enter', async () => {
    await open();
    const field = await write('first line');
    expect((await press(field, 'Enter', { shiftKey: true })).defaultPrevented).toBe(false);
    expect(hub.counted('Send')).toBe(0);
    expect((await press(field, 'Enter')).defaultPrevented).toBe(true);
    expect(hub.said()).toEqual(['first line']);
    expect(field.value).toBe('');
    expect(all('.visitor .bubble').map((bubble) => bubble.textContent)).toEqual(['first line']);
  });

  test('does not send while an input method is composing', async () => {
    await open();
    await press(await write('に'), 'Enter', { isComposing: true });
    expect(hub.counted('Send')).toBe(0);
  });

  test('says how much room is left near the limit, and keeps what is too long', async () => {
    await open();
    await write('x'.repeat(3796));
    expect(find('#room').textContent).toBe('Room for 300 more characters');
    const field = await write('x'.repeat(4097));
    expect(find('#room').textContent).toContain('1 character too long');
    await press(field, 'Enter');
    expect(hub.counted('Send')).toBe(0);
    expect(field.value).toHaveLength(4097);
  });

  test('shows why something was refused, in the server’s words, and gives it back to be edited', async () => {
    await open();
    hub.refusals = [{ type: 'dialog:no', title: 'Not like this.', detail: 'Take the link out.' }];
    await press(await write('buy at http://spam.example'), 'Enter');
    expect(find('.refusal').textContent).toContain('Not like this. Take the link out.');
    await click('Edit');
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('buy at http://spam.example');
    expect(all('.refusal')).toEqual([]);
  });

  test('keeps a draft over a reload', async () => {
    const { tab } = await open();
    await write('half a thou');
    render(null, root());
    await open(null, visitor(hub, tab.shelf));
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('half a thou');
  });

  test('says that the connection is away once that lasts, and when it waits for it', async () => {
    await open();
    hub.up = false;
    hub.cut();
    await settle(1_000);
    expect(find('.notice').textContent).toBe('');
    await settle(1_000);
    expect(find('.notice').textContent).toContain('No connection');
    await press(await write('later'), 'Enter');
    expect(find('.visitor').textContent).toContain('Waiting for the connection');
    hub.up = true;
    await settle(15_000);
    expect(find('.notice').textContent).toBe('');
    expect(hub.said()).toEqual(['later']);
  });

  test('shows a picture, and names any other file with its size', async () => {
    await open('fa');
    const file = { id: 'abc', name: 'نما.png', type: 'image/png', size: 1_500_000, isImage: true };
    hub.append({ from: 'agent', name: 'سارا', text: 'نما.png', file });
    hub.append({ from: 'agent', name: 'سارا', text: 'فاکتور شما', file: { ...file, id: 'def', name: 'a.pdf', isImage: false } });
    await settle(50);
    expect(find<HTMLImageElement>('.picture img').src).toMatch(/\/files\/abc$/);
    expect(find<HTMLImageElement>('.picture img').alt).toBe('تصویر: نما.png');
    expect(all('.words').map((words) => words.textContent)).toContain('فاکتور شما');
    expect(all('.words').map((words) => words.textContent)).not.toContain('نما.png');
    expect(find('.file:not(.picture)').textContent).toBe('a.pdf۱٫۵ مگابایت');
  });

  test('offers to go on in a messenger only where the bot has one, by a link made when it is looked at', async () => {
    await open();
    expect(all('.go-on')).toEqual([]);
    render(null, root());
    hub.channels = [{ id: 'c1', provider: 'telegram' }];
    await open();
    expect(hub.counted('Link')).toBe(0);
    const menu = find<HTMLDetailsElement>('.go-on');
    menu.open = true;
    menu.dispatchEvent(new Event('toggle'));
    await settle(50);
    expect(find<HTMLAnchorElement>('.go-on a').href).toBe('https://t.me/shop_bot?start=c1');
    find('textarea').dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(menu.open).toBe(false);
  });

  test('offers a person until one is on the way, and says who answers', async () => {
    await open();
    await click('Talk to a person');
    expect(all('.person')).toEqual([]);
    hub.append({ kind: 'taken', name: 'Sara' });
    await settle(50);
    expect(find('.head [role=status]').textContent).toBe('Sara is answering');
    expect(find('[role=log]').textContent).toContain('Sara has joined');
  });

  test('offers what the bot can mean, and greys it once one was chosen', async () => {
    await open();
    const choices = [
      { id: 'a', title: 'Cancel an order' },
      { id: 'b', title: 'لغو اشتراک' },
    ];
    hub.append({ from: 'bot', text: 'Which of these do you mean?', choices });
    await settle(50);
    const buttons = () => all('.choices button') as HTMLButtonElement[];
    expect(find('.choices').getAttribute('aria-label')).toBe('Which of these do you mean?');
    expect(buttons().map((button) => button.textContent)).toEqual(['Cancel an order', 'لغو اشتراک', 'None of these']);
    expect(buttons()[1]?.dir).toBe('auto');
    await click('لغو اشتراک');
    expect(hub.said()).toEqual(['لغو اشتراک']);
    expect(buttons().every((button) => button.disabled)).toBe(true);
    expect(document.activeElement).toBe(find('.log'));
  });

  test('lets an answer be refused, quietly, while it is the last word', async () => {
    await open();
    hub.append({ from: 'bot', text: 'We open at nine.', canReject: true });
    await settle(50);
    await click('Not my answer');
    expect(hub.calls.at(-1)).toMatchObject({ method: 'Reject', argument: { sequence: 1 } });
    expect(all('.at button')).toEqual([]);
    expect(document.activeElement).toBe(find('.log'));
  });

  test('turns to Persian and right to left when asked', async () => {
    await open('fa');
    expect(document.documentElement.dir).toBe('rtl');
    expect(document.documentElement.lang).toBe('fa');
    expect(find<HTMLTextAreaElement>('textarea').placeholder).toBe('پیامتان را بنویسید');
    await write('x'.repeat(4095));
    expect(find('#room').textContent).toBe('جا برای ۱ نویسهٔ دیگر');
  });

  test('never makes markup of what people write', async () => {
    await open();
    hub.append({ from: 'agent', name: '<b>Sara</b>', text: '<img src=x onerror=alert(1)> javascript:alert(1)' });
    await settle(50);
    expect(all('.message img, .message b, .message a')).toEqual([]);
    expect(find('.agent .bubble').textContent).toBe('<img src=x onerror=alert(1)> javascript:alert(1)');
  });

  test('lets each bubble and the composer find their own direction', async () => {
    await open('fa');
    hub.append({ from: 'bot', text: 'تست فارسی و English با هم' });
    await settle(50);
    expect(all('.words, textarea').every((element) => element.getAttribute('dir') === 'auto')).toBe(true);
  });

  test('asks the page to close it on Escape', async () => {
    const { host } = await open();
    await press(document.body, 'Escape');
    expect(host.close).toHaveBeenCalledOnce();
  });

  test('says what is wrong where there is no such bot', async () => {
    hub.problem = { type: 'dialog:unknown-bot', title: 'No such bot.', detail: 'Copy the snippet again.' };
    await open();
    expect(find('[role=alert]').textContent).toBe('No such bot.Copy the snippet again.');
    expect(all('textarea')).toEqual([]);
  });
});

// @vitest-environment happy-dom
import type { Window as HappyWindow } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromPanel } from '../../src/bridge';
import type { DialogApi } from '../../src/loader/api';

const base = 'https://chat.example/support/';
const bots: Record<string, { name: string; language: string }> = {
  tea: { name: 'چای‌خانه', language: 'fa' },
  tents: { name: 'Tents', language: 'en' },
};

describe('the loader', () => {
  let errors: string[];
  let server: (key: string) => Response;

  beforeEach(() => {
    vi.resetModules();
    vi.useFakeTimers();
    (window as unknown as HappyWindow).happyDOM.settings.navigation.disableChildFrameNavigation = true;
    document.body.innerHTML = '';
    sessionStorage.clear();
    localStorage.clear();
    delete window.Dialog;
    errors = [];
    vi.spyOn(console, 'error').mockImplementation((message: string) => void errors.push(message));
    server = (key) => (bots[key] ? Response.json(bots[key]) : new Response('{}', { status: 404 }));
    vi.stubGlobal('fetch', async (url: string) => {
      expect(url).toMatch(/^https:\/\/chat\.example\/support\/api\/widget\//);
      return server(decodeURIComponent(url.split('/').at(-1) ?? ''));
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  /** What a script tag does, with its attributes in `data`. */
  const load = async (data: Record<string, string>) => {
    const script = document.createElement('script');
    Object.defineProperty(script, 'src', { value: `${base}widget.js` });
    Object.assign(script.dataset, data);
    Object.defineProperty(document, 'currentScript', { value: script, configurable: true });
    vi.resetModules();
    await import('../../src/loader/main');
    Object.defineProperty(document, 'currentScript', { value: null, configurable: true });
    await settle();
  };
  const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);
  const api = () => window.Dialog as DialogApi;
  const hosts = () => [...document.querySelectorAll<HTMLElement>('[data-dialog]')];
  const inside = (key: string) => {
    const root = document.querySelector(`[data-dialog="${key}"]`)?.shadowRoot;
    if (!root) throw new Error(`${key} has no widget`);
    return {
      launcher: root.querySelector('.launcher') as HTMLButtonElement,
      panel: root.querySelector('.panel') as HTMLElement,
      box: root.querySelector('.box') as HTMLElement,
      frame: root.querySelector('iframe') as HTMLIFrameElement,
    };
  };
  const panelSays = (key: string, data: FromPanel, origin = 'https://chat.example') =>
    window.dispatchEvent(
      new MessageEvent('message', { data, origin, source: inside(key).frame.contentWindow as never }),
    );

  test('shows a launcher in the bot’s language, and no iframe before it is needed', async () => {
    await load({ bot: 'tea' });
    const { launcher, panel, box, frame } = inside('tea');
    expect(launcher.getAttribute('aria-label')).toBe('باز کردن گفت‌وگو');
    expect(launcher.getAttribute('aria-expanded')).toBe('false');
    expect(launcher.getAttribute('aria-controls')).toBe(panel.id);
    expect(box.dir).toBe('rtl');
    expect(panel.hidden).toBe(true);
    expect(frame).toBeNull();
  });

  test('opens a labelled dialog with the panel from the folder the script came from', async () => {
    await load({ bot: 'tents' });
    inside('tents').launcher.click();
    const { launcher, panel, frame } = inside('tents');
    expect(launcher.getAttribute('aria-expanded')).toBe('true');
    expect(launcher.getAttribute('aria-label')).toBe('Close chat');
    expect(panel.getAttribute('role')).toBe('dialog');
    expect(panel.getAttribute('aria-label')).toBe('Chat with Tents');
    expect(frame.src).toBe(`${base}widget/panel?bot=tents&locale=en#`);
    expect(frame.title).toBe('Chat with Tents');
    launcher.click();
    expect(panel.hidden).toBe(true);
  });

  test('takes the bot, the position and the language from its tag', async () => {
    await load({ bot: 'tents', position: 'start', locale: 'fa' });
    const { box, launcher } = inside('tents');
    expect(box.className).toContain('start');
    expect(launcher.getAttribute('aria-label')).toBe('باز کردن گفت‌وگو');
  });

  test('opens by itself when told to and there is room, and stays closed once it was closed', async () => {
    await load({ bot: 'tents', open: '' });
    expect(inside('tents').panel.hidden).toBe(false);
    api().close();
    api().destroy();
    await load({ bot: 'tents', open: '' });
    expect(inside('tents').panel.hidden).toBe(true);
    api().destroy();
    sessionStorage.clear();
    await load({ bot: 'tents', open: String(innerWidth + 1) });
    expect(inside('tents').panel.hidden).toBe(true);
  });

  test('without a bot says so once, and the page’s calls do no harm', async () => {
    await load({});
    api().open();
    api().bot('nobody').sendMessage('hello?');
    expect(errors).toEqual([expect.stringContaining('no data-bot')]);
    expect(hosts()).toEqual([]);
  });

  test('with an unknown bot says so once, and shows nothing', async () => {
    await load({ bot: 'nobody' });
    api().open();
    await settle(60_000);
    expect(errors).toEqual([expect.stringContaining('"nobody"')]);
    expect(hosts()).toEqual([]);
  });

  test('waits for a server that is away', async () => {
    server = () => new Response('', { status: 503 });
    await load({ bot: 'tents' });
    expect(hosts()).toEqual([]);
    server = () => Response.json(bots.tents);
    await settle(5_000);
    expect(hosts()).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  test('makes the calls that were queued before it came, also for a bot that comes later', async () => {
    const heard: string[] = [];
    window.Dialog = [];
    window.Dialog.push((dialog) => dialog.bot('tents').on('open', () => heard.push('tents opened')));
    window.Dialog.push((dialog) => dialog.bot('tents').open());
    window.Dialog.push(() => {
      throw new Error('the page’s own mistake');
    });
    window.Dialog.push((dialog) => dialog.on('ready', () => heard.push('first is ready')));
    await load({ bot: 'tea' });
    expect(heard).toEqual(['first is ready']);
    await load({ bot: 'tents' });
    expect(heard).toEqual(['first is ready', 'tents opened']);
    expect(inside('tea').panel.hidden).toBe(true);
  });

  test('keeps two bots apart, and takes the same one only once', async () => {
    await load({ bot: 'tea' });
    await load({ bot: 'tents' });
    await load({ bot: 'tents' });
    expect(hosts()).toHaveLength(2);
    expect(errors).toEqual([expect.stringContaining('already')]);
    api().bot('tents').open();
    expect([inside('tea').panel.hidden, inside('tents').panel.hidden]).toEqual([true, false]);
  });

  test('waits for the body', async () => {
    const body = document.body;
    body.remove();
    await load({ bot: 'tents' });
    document.documentElement.append(body);
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await settle();
    expect(hosts()).toHaveLength(1);
  });

  test('puts the unread count on the launcher and in its label, in the digits of the language', async () => {
    await load({ bot: 'tea' });
    const counts: number[] = [];
    api().on('unread', (count) => counts.push(count));
    api().open();
    api().close();
    panelSays('tea', { dialog: 'unread', count: 3 });
    const { launcher } = inside('tea');
    expect(launcher.getAttribute('aria-label')).toBe('باز کردن گفت‌وگو · ۳ پیام تازه');
    expect(launcher.querySelector('.count')?.textContent).toBe('۳');
    expect(counts).toEqual([3]);
  });

  test('listens to its own panel only', async () => {
    await load({ bot: 'tents' });
    api().open();
    panelSays('tents', { dialog: 'close' }, 'https://evil.example');
    window.dispatchEvent(
      new MessageEvent('message', { data: { dialog: 'close' }, origin: 'https://chat.example', source: window as never }),
    );
    expect(inside('tents').panel.hidden).toBe(false);
    panelSays('tents', { dialog: 'close' });
    expect(inside('tents').panel.hidden).toBe(true);
  });

  test('tells the panel what was asked of it once the panel listens', async () => {
    await load({ bot: 'tents' });
    const told: unknown[] = [];
    api().sendMessage('hello');
    const contentWindow = { postMessage: (message: unknown, target: string) => told.push([message, target]) };
    Object.defineProperty(inside('tents').frame, 'contentWindow', { value: contentWindow });
    expect(told).toEqual([]);
    panelSays('tents', { dialog: 'ready' });
    expect(told).toEqual([
      [{ dialog: 'shown', focus: false }, 'https://chat.example'],
      [{ dialog: 'send', text: 'hello' }, 'https://chat.example'],
    ]);
  });

  test('connects without being opened while a person is expected to answer', async () => {
    await load({ bot: 'tents' });
    api().open();
    api().close();
    panelSays('tents', { dialog: 'mode', mode: 'waiting' });
    api().destroy();
    await load({ bot: 'tents' });
    expect(inside('tents').panel.hidden).toBe(true);
    expect(inside('tents').frame).not.toBeNull();
  });

  test('keeps the visitor’s token for a panel that has no storage', async () => {
    await load({ bot: 'tents' });
    api().open();
    panelSays('tents', { dialog: 'keep', token: 'secret' });
    api().destroy();
    await load({ bot: 'tents' });
    api().open();
    expect(new URL(inside('tents').frame.src).hash).toBe('#secret');
  });

  test('leaves nothing behind when destroyed, and can come again', async () => {
    await load({ bot: 'tents' });
    api().open();
    api().destroy();
    expect(hosts()).toEqual([]);
    sessionStorage.clear();
    await load({ bot: 'tents' });
    expect(hosts()).toHaveLength(1);
    expect(inside('tents').panel.hidden).toBe(true);
  });

  test('hides and shows as told', async () => {
    await load({ bot: 'tents' });
    api().open();
    api().hide();
    expect(hosts()[0]?.hidden).toBe(true);
    expect(inside('tents').panel.hidden).toBe(true);
    api().show();
    expect(hosts()[0]?.hidden).toBe(false);
    api().toggle();
    expect(inside('tents').panel.hidden).toBe(false);
  });
});

import type { Language } from '../protocol/contract';
import type { Settings } from './script';
import { complain } from './script';
import { Widget, type WidgetEvents } from './widget';

type Name = keyof WidgetEvents;

/** What a page can do with one bot's widget. */
export interface WidgetApi {
  open(): void;
  close(): void;
  toggle(): void;
  show(): void;
  hide(): void;
  sendMessage(text: string): void;
  setLocale(locale: Language): void;
  reset(): void;
  destroy(): void;
  on<N extends Name>(event: N, listener: (detail: WidgetEvents[N]) => void): void;
  off<N extends Name>(event: N, listener: (detail: WidgetEvents[N]) => void): void;
}

/** `window.Dialog`. Called directly, it means the first bot of the page. */
export interface DialogApi extends WidgetApi {
  /** The widget of one bot; may be asked for before its script tag has loaded. */
  bot(key: string): WidgetApi;
  push(call: (api: DialogApi) => void): void;
  mount(settings: Settings): void;
}

export function createApi(): DialogApi {
  const widgets = new Map<string, Widget>();
  const widget = (key: string): Widget => {
    let found = widgets.get(key);
    if (!found) widgets.set(key, (found = new Widget(key, () => widgets.delete(key))));
    return found;
  };
  // Until the first bot is known, calls without a name are kept under no name.
  const first = (): Widget => [...widgets.values()].find((one) => one.mounted) ?? widget('');

  return {
    open: () => first().open(),
    close: () => first().close(),
    toggle: () => first().toggle(),
    show: () => first().show(),
    hide: () => first().hide(),
    sendMessage: (text) => first().sendMessage(text),
    setLocale: (locale) => first().setLocale(locale),
    reset: () => first().reset(),
    destroy: () => first().destroy(),
    on: (event, listener) => first().on(event, listener),
    off: (event, listener) => first().off(event, listener),
    bot: (key) => widget(key),
    push(call) {
      try {
        call(this);
      } catch (error) {
        console.error(error);
      }
    },
    mount(settings) {
      const one = widget(settings.bot);
      if (one.mounted) complain(`the bot "${settings.bot}" is on this page already.`);
      else one.mount(settings);
    },
  };
}

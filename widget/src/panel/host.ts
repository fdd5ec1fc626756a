import type { FromPanel, ToPanel } from '../bridge';
import type { ChatClient } from '../protocol/client';
import type { Language } from '../protocol/contract';
import { lastSequence, unread } from '../protocol/state';
import { createStore, type Store } from '../protocol/store';
import { isLanguage } from '../strings';

export interface HostState {
  shown: boolean;
  /** Counts the times the visitor opened the panel; each brings the focus to the composer. */
  focused: number;
  /** What the page asked for; the bot's language otherwise. */
  locale: Language | null;
}

export interface Host {
  readonly store: Store<HostState, Partial<HostState>>;
  /** False when the panel is a page of its own, with nobody to close it. */
  readonly framed: boolean;
  ready(): void;
  /** Leaves the visitor's token with the page, for the next time. */
  keep(token: string): void;
  close(): void;
}

/** The panel's end of the bridge to the page it is framed in. */
export function connectHost(client: ChatClient, locale: Language | null): Host {
  const framed = parent !== window;
  const store = createStore<HostState, Partial<HostState>>((state, change) => ({ ...state, ...change }), {
    shown: !framed,
    focused: 0,
    locale,
  });
  const tell = (message: FromPanel) => framed && parent.postMessage(message, '*');

  addEventListener('message', ({ source, data }: MessageEvent<ToPanel | null>) => {
    if (!framed || source !== parent || typeof data !== 'object' || data === null) return;
    switch (data.dialog) {
      case 'shown':
        return store.dispatch({ shown: true, focused: store.state.focused + (data.focus ? 1 : 0) });
      case 'hidden':
        return store.dispatch({ shown: false });
      case 'send':
        return client.send(String(data.text));
      case 'locale':
        if (!isLanguage(data.locale)) return;
        client.setLanguage(data.locale);
        return store.dispatch({ locale: data.locale });
      case 'reset':
        return client.reset();
    }
  });
  reportChanges(client, tell);
  let kept = '';
  return {
    store,
    framed,
    ready: () => tell({ dialog: 'ready' }),
    keep: (token) => token !== kept && tell({ dialog: 'keep', token: (kept = token) }),
    close: () => tell({ dialog: 'close' }),
  };
}

function reportChanges(client: ChatClient, tell: (message: FromPanel) => void): void {
  let told = { unread: 0, mode: client.store.state.mode, last: -1 };
  client.store.subscribe(() => {
    const { state } = client.store;
    if (state.link !== 'online') return;
    const now = { unread: unread(state), mode: state.mode, last: lastSequence(state) };
    if (now.unread !== told.unread) tell({ dialog: 'unread', count: now.unread });
    if (now.mode !== told.mode) tell({ dialog: 'mode', mode: now.mode });
    // What was there before this page is no news to it.
    const fresh = told.last < 0 ? [] : state.events.filter((event) => event.sequence > told.last);
    for (const { kind, from, sequence } of fresh)
      if (kind === 'message' && from) tell({ dialog: 'message', from, sequence });
    told = now;
  });
}

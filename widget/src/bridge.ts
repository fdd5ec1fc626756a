import type { Language, Mode, Sender } from './protocol/contract';

// What the loader (in the shop's page) and the panel (in the iframe) tell each other by postMessage. No text of a
// conversation goes to the page: any site could frame the panel and listen.

export type ToPanel =
  | { dialog: 'shown'; focus: boolean }
  | { dialog: 'hidden' }
  | { dialog: 'send'; text: string }
  | { dialog: 'locale'; locale: Language }
  | { dialog: 'reset' };

export type FromPanel =
  | { dialog: 'ready' }
  | { dialog: 'close' }
  /** The browser gives a frame of another site no storage: the page keeps who the visitor is. */
  | { dialog: 'keep'; token: string }
  | { dialog: 'unread'; count: number }
  | { dialog: 'mode'; mode: Mode }
  | { dialog: 'message'; from: Sender; sequence: number };

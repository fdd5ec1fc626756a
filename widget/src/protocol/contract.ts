// What goes over /hubs/chat, as the server says it.

export type Language = 'fa' | 'en';
export type Mode = 'bot' | 'waiting' | 'agent' | 'closed';
export type Sender = 'visitor' | 'bot' | 'agent';

/** Why the server refused something, in the visitor's language. */
export interface Problem {
  type: string;
  title: string;
  detail: string;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number | null;
}

export interface Reply<T> {
  value: T | null;
  problem: Problem | null;
}

export type EventKind = 'message' | 'edited' | 'handoff' | 'taken' | 'returned' | 'closed' | 'hidden';

export interface VisitorEvent {
  sequence: number;
  at: string;
  kind: EventKind;
  /** The client's own id, on a visitor's message. */
  id?: string | null;
  from?: Sender | null;
  name?: string | null;
  /** On a message with a file: its caption, or the file's name. */
  text?: string | null;
  file?: AttachedFile | null;
  /** Where the bot asks which was meant: what it offers. */
  choices?: Choice[] | null;
  /** An answer that may be said not to be the one asked for. */
  canReject?: boolean;
  /** On an `edited` event: the message whose text is now this one's. */
  edits?: number | null;
}

export interface Choice {
  id: string;
  title: string;
}

export interface AttachedFile {
  /** It is read at `/files/{id}`. */
  id: string;
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  isImage: boolean;
}

/** A messenger the conversation can go on in. */
export interface Channel {
  id: string;
  provider: 'telegram' | 'bale';
}

export interface BotInfo {
  name: string;
  language: Language;
  greeting: string;
  channels?: Channel[];
}

export interface Agent {
  name: string;
}

export interface EventPage {
  events: VisitorEvent[];
  last: number;
  more: boolean;
}

export interface Welcome extends EventPage {
  token: string;
  conversation: string;
  bot: BotInfo;
  state: Mode;
  agent: Agent | null;
}

export interface Receipt {
  sequence: number;
  at: string;
}

export interface MessengerLink {
  url: string;
}

export interface TypingSign {
  who: 'agent' | 'bot';
  name?: string | null;
}

/** The longest text the server takes, in UTF-16 units. */
export const maxText = 4096;

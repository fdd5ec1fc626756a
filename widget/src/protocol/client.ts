import type { Choice, EventPage, Language, MessengerLink, Receipt, Reply, TypingSign, VisitorEvent, Welcome } from './contract';
import { Feed } from './feed';
import { foldMode } from './fold';
import { ComeBackLater, Lifeline, type Link } from './lifeline';
import type { Memory } from './memory';
import { Outbox, type OutboxItem } from './outbox';
import { rememberChanges } from './remember';
import { initialState, lastSequence, reduce, type ChatAction, type ChatState } from './state';
import { createStore, type Store } from './store';

export interface ClientOptions {
  bot: string;
  /** The language of the server's own words; the bot's when left out. */
  language?: Language | undefined;
  open: () => Link;
  memory: Memory;
}

const typingEvery = 3_000;
const typingLasts = 6_000;

function callOf({ id, kind, text, about, choice }: OutboxItem): [method: string, argument: object] {
  switch (kind) {
    case 'message':
      return ['Send', { id, text }];
    case 'person':
      return ['AskForPerson', { id }];
    case 'choice':
      return ['Choose', { id, sequence: about, choice }];
    case 'refusal':
      return ['Reject', { id, sequence: about }];
  }
}

/** One visitor's side of one bot's conversation. */
export class ChatClient {
  readonly store: Store<ChatState, ChatAction> = createStore(reduce, initialState);
  readonly #lifeline: Lifeline;
  readonly #feed: Feed;
  readonly #outbox: Outbox;
  readonly #memory: Memory;
  #language: Language | undefined;
  /** Whose conversation this tab shows. */
  #token: string | null = null;
  #typedAt = 0;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: ClientOptions) {
    this.#memory = options.memory;
    this.#language = options.language;
    this.#lifeline = new Lifeline(options.open, {
      connected: (link) => this.#hello(link),
      lost: () => this.store.dispatch({ type: 'lost' }),
    });
    this.#feed = new Feed(this.store, (after) => this.#lifeline.invoke<Reply<EventPage>>('After', { after }));
    this.#outbox = new Outbox(
      this.store,
      this.#memory,
      (item) => this.#lifeline.invoke<Reply<Receipt>>(...callOf(item)),
      ({ sequence }) => this.#feed.expect(sequence),
    );
    rememberChanges(this.store, this.#memory);
  }

  start(): void {
    this.#restore();
    this.#lifeline.start();
  }

  stop(): void {
    this.#outbox.stop();
    this.#lifeline.stop();
    clearTimeout(this.#quiet);
  }

  send(text: string): void {
    this.#typedAt = 0;
    if (text.trim()) this.#outbox.add({ kind: 'message', text: text.trim() });
  }

  askForPerson(): void {
    this.#outbox.add({ kind: 'person', text: '' });
  }

  /** Picks one of what the bot's message offers; no choice is none of these, in the words of the one who presses. */
  choose(about: number, choice: Choice | null, none: string): void {
    this.#outbox.add({ kind: 'choice', text: choice?.title ?? none, about, choice: choice?.id ?? null });
  }

  /** Says in these words that the bot's message was not what was asked for. */
  reject(about: number, text: string): void {
    this.#outbox.add({ kind: 'refusal', text, about });
  }

  retry(id: string): void {
    this.#outbox.retry(id);
  }

  take(id: string): string {
    return this.#outbox.take(id);
  }

  earlier(): Promise<boolean> {
    return this.#feed.earlier();
  }

  /** A link that carries the conversation into a messenger, once. */
  async link(channel: string): Promise<string> {
    const { value } = await this.#lifeline.invoke<Reply<MessengerLink>>('Link', { channel });
    if (!value) throw new Error('No link was given.');
    return value.url;
  }

  /** The visitor is writing; told at most every three seconds, and only when a person may be looking. */
  typing(): void {
    const { link, mode } = this.store.state;
    const now = Date.now();
    if (link !== 'online' || (mode !== 'agent' && mode !== 'waiting') || now - this.#typedAt < typingEvery) return;
    this.#typedAt = now;
    this.#lifeline.invoke('Typing').catch(() => undefined);
  }

  seen(): void {
    const sequence = lastSequence(this.store.state);
    if (sequence <= this.store.state.seen) return;
    this.store.dispatch({ type: 'seen', sequence });
  }

  wake(): void {
    this.#lifeline.wake();
  }

  cut(): void {
    this.#lifeline.cut();
  }

  setLanguage(language: Language): void {
    if (language === this.#language) return;
    this.#language = language;
    this.#restart();
  }

  /** Forgets this visitor and begins anew. */
  reset(): void {
    this.stop();
    this.#memory.forget();
    this.store.dispatch({ type: 'forgotten' });
    this.#lifeline.start();
  }

  /** Another tab of this browser wrote something down. */
  otherTabWrote(): void {
    this.#outbox.dropTaken();
    const token = this.#memory.token;
    if (token === null || token === this.#token) return;
    this.stop();
    this.store.dispatch({ type: 'forgotten' });
    this.start();
  }

  #restore(): void {
    this.#token = this.#memory.token;
    const remembered = this.#memory.conversation;
    if (remembered) {
      const standing = foldMode(initialState, remembered.events);
      this.store.dispatch({ type: 'restored', state: { ...remembered, ...standing } });
    }
    this.#outbox.adopt();
  }

  #restart(): void {
    this.stop();
    this.store.dispatch({ type: 'connecting' });
    this.#lifeline.start();
  }

  async #hello(link: Link): Promise<void> {
    this.#feed.reset();
    link.on('events', (events: VisitorEvent[]) => this.#feed.push(events));
    link.on('typing', (sign: TypingSign) => this.#showTyping(sign));
    const after = lastSequence(this.store.state);
    const token = this.#memory.token ?? undefined;
    const { value, problem } = await this.#lifeline.invoke<Reply<Welcome>>('Hello', {
      bot: this.options.bot,
      token,
      after,
      language: this.#language,
    });
    if (value) return this.#welcomed(value, after);
    if (!problem) throw new Error('Hello was answered with nothing.');
    if (problem.retryAfter) throw new ComeBackLater(problem.retryAfter);
    this.#lifeline.stop();
    this.store.dispatch({ type: 'barred', problem });
  }

  async #welcomed(welcome: Welcome, asked: number): Promise<void> {
    this.#token = this.#memory.token = welcome.token;
    const { conversation, bot, state: mode, agent, last } = welcome;
    this.store.dispatch({ type: 'welcomed', conversation, bot, mode, agent, last });
    await this.#feed.begin(welcome, asked);
    this.#outbox.adopt();
    void this.#outbox.flush();
  }

  #showTyping(sign: TypingSign): void {
    clearTimeout(this.#quiet);
    this.store.dispatch({ type: 'typing', sign });
    this.#quiet = setTimeout(() => this.store.dispatch({ type: 'typing', sign: null }), typingLasts);
  }
}

type Storages = 'localStorage' | 'sessionStorage';

/** What the page remembers of a bot's widget; nothing, where storage is blocked. */
export class Notes {
  constructor(private readonly bot: string) {}

  /** Whether the visitor left the panel open in this tab; undefined when it was not touched yet. */
  get opened(): boolean | undefined {
    const noted = this.#read('open');
    return noted === null ? undefined : noted === '1';
  }

  set opened(value: boolean) {
    this.#write('open', value ? '1' : '0');
  }

  get personExpected(): boolean {
    return this.#read('person') === '1';
  }

  set personExpected(value: boolean) {
    this.#write('person', value ? '1' : '0');
  }

  /** The visitor's token, where the panel has no storage of its own. */
  get token(): string {
    return this.#read('token', 'localStorage') ?? '';
  }

  set token(value: string) {
    this.#write('token', value, 'localStorage');
  }

  #read(name: string, where: Storages = 'sessionStorage'): string | null {
    try {
      return window[where].getItem(`dialog-page:${this.bot}:${name}`);
    } catch {
      return null;
    }
  }

  #write(name: string, value: string, where: Storages = 'sessionStorage'): void {
    try {
      window[where].setItem(`dialog-page:${this.bot}:${name}`, value);
    } catch {
      // Nothing is remembered, nothing else breaks.
    }
  }
}

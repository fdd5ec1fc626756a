/** What is remembered of a bot's widget from page to page, in this tab. */
export class Notes {
  constructor(private readonly bot: string) {}

  /** Whether the visitor left the panel open; undefined when it was not touched yet. */
  get opened(): boolean | undefined {
    const noted = this.#read('open');
    return noted === null ? undefined : noted === '1';
  }

  set opened(value: boolean) {
    this.#write('open', value);
  }

  get personExpected(): boolean {
    return this.#read('person') === '1';
  }

  set personExpected(value: boolean) {
    this.#write('person', value);
  }

  #read(name: string): string | null {
    try {
      return sessionStorage.getItem(`dialog:${this.bot}:${name}`);
    } catch {
      return null;
    }
  }

  #write(name: string, value: boolean): void {
    try {
      sessionStorage.setItem(`dialog:${this.bot}:${name}`, value ? '1' : '0');
    } catch {
      // Storage is blocked: nothing is remembered, nothing else breaks.
    }
  }
}

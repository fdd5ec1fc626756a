type Listener = (open: boolean) => void;

/** Calls that met an expired session wait here until its owner has signed in again, without leaving the page. */
export class SignInGate {
  private waiting: Array<() => void> = [];
  private listeners = new Set<Listener>();

  get open(): boolean {
    return this.waiting.length > 0;
  }

  request(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.tell();
    });
  }

  signedIn(): void {
    const waiting = this.waiting;
    this.waiting = [];
    this.tell();
    waiting.forEach((go) => go());
  }

  subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    this.listeners.forEach((listener) => listener(this.open));
  }
}

export const signInGate = new SignInGate();

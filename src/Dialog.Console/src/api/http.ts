import { localProblem, Problem } from './problem';
import type { Language, ProblemBody } from './types';

export interface HttpOptions {
  base: URL;
  language: () => Language;
  /** Resolves when somebody has signed in again in place; what failed is then tried once more. */
  signInAgain: () => Promise<void>;
  fetch?: typeof fetch;
}

export interface Raw {
  content: string | Blob;
  type: string;
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  json?: unknown;
  raw?: Raw;
  /** Calls of the sign-in itself must not ask for a sign-in. */
  anonymous?: boolean;
}

/** One place through which everything goes to the API: language, antiforgery, problems, expired sessions. */
export class Http {
  csrf = '';

  constructor(private readonly options: HttpOptions) {}

  async call<T>(path: string, call: Call = {}): Promise<T> {
    try {
      return await this.attempt<T>(path, call);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.type === 'dialog:antiforgery') await this.renewCsrf();
      else if (error.type === 'dialog:signed-out' && !call.anonymous) await this.options.signInAgain();
      else throw error;
      return this.attempt<T>(path, call);
    }
  }

  private async renewCsrf(): Promise<void> {
    const session = await this.attempt<{ csrf: string }>('api/session', {});
    this.csrf = session.csrf;
  }

  private async attempt<T>(path: string, call: Call): Promise<T> {
    const response = await this.send(path, call);
    if (!response.ok) throw new Problem(await problemOf(response));
    if (response.status === 204) return undefined as T;
    return (await response.json()) as T;
  }

  private async send(path: string, { method = 'GET', json, raw }: Call): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': this.options.language() };
    if (method !== 'GET') headers['X-CSRF'] = this.csrf;
    if (raw) headers['Content-Type'] = raw.type;
    else if (json !== undefined) headers['Content-Type'] = 'application/json';
    const body = raw ? raw.content : json === undefined ? undefined : JSON.stringify(json);
    try {
      return await (this.options.fetch ?? fetch)(new URL(path, this.options.base), {
        method, headers, body, credentials: 'same-origin', cache: 'no-store',
      });
    } catch {
      throw localProblem('console:offline');
    }
  }
}

async function problemOf(response: Response): Promise<ProblemBody> {
  const body = (await response.json().catch(() => null)) as Partial<ProblemBody> | null;
  if (body && typeof body.type === 'string' && typeof body.title === 'string') {
    const header = Number(response.headers.get('Retry-After'));
    const retryAfter = body.retryAfter ?? (header > 0 ? header : null);
    return { ...body, type: body.type, title: body.title, status: response.status, retryAfter };
  }
  if (response.status === 401) return { type: 'dialog:signed-out', title: '', status: 401 };
  return localProblem('console:broken', response.status).body;
}

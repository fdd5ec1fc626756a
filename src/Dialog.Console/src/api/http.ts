import { localProblem, Problem } from './problem';
import type { Language, ProblemBody } from './types';
import { postWithProgress, type Progress } from './upload';

export interface HttpOptions {
  base: URL;
  language: () => Language;
  /** Resolves when somebody has signed in again in place; what failed is then tried once more. */
  signInAgain: () => Promise<void>;
  fetch?: typeof fetch;
  post?: typeof postWithProgress;
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

  call<T>(path: string, call: Call = {}): Promise<T> {
    return this.persist<T>(() => this.send(path, call), call.anonymous);
  }

  /** The file is the body; its name goes in the query. */
  upload<T>(path: string, file: File, progress: Progress, signal: AbortSignal): Promise<T> {
    const post = this.options.post ?? postWithProgress;
    const address = this.address(path);
    address.searchParams.set('name', file.name);
    const type = { 'Content-Type': file.type || 'application/octet-stream' };
    return this.persist<T>(() => post(address, file, { ...this.headers('POST'), ...type }, progress, signal));
  }

  download = (path: string): Promise<Blob> => this.persist(() => this.send(path, {}), false, (response) => response.blob());

  address = (path: string): URL => new URL(path, this.options.base);

  /** Once more where a stale token or an ended session was in the way. */
  private async persist<T>(send: () => Promise<Response>, anonymous = false, read: Read<T> = readJson): Promise<T> {
    try {
      return await this.attempt(send, read);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.type === 'dialog:antiforgery') await this.renewCsrf();
      else if (error.type === 'dialog:signed-out' && !anonymous) await this.options.signInAgain();
      else throw error;
      return this.attempt(send, read);
    }
  }

  private async renewCsrf(): Promise<void> {
    const session = await this.attempt(() => this.send('api/session', {}), readJson<{ csrf: string }>);
    this.csrf = session.csrf;
  }

  private async attempt<T>(send: () => Promise<Response>, read: Read<T>): Promise<T> {
    const response = await send().catch(() => {
      throw localProblem('console:offline');
    });
    if (!response.ok) throw new Problem(await problemOf(response));
    return read(response);
  }

  private send(path: string, { method = 'GET', json, raw }: Call): Promise<Response> {
    const headers = this.headers(method);
    if (raw) headers['Content-Type'] = raw.type;
    else if (json !== undefined) headers['Content-Type'] = 'application/json';
    const body = raw ? raw.content : json === undefined ? undefined : JSON.stringify(json);
    return (this.options.fetch ?? fetch)(this.address(path), { method, headers, body, credentials: 'same-origin', cache: 'no-store' });
  }

  private headers(method: string): Record<string, string> {
    const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': this.options.language() };
    if (method !== 'GET') headers['X-CSRF'] = this.csrf;
    return headers;
  }
}

type Read<T> = (response: Response) => Promise<T>;

async function readJson<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
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

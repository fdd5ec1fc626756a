import type { BotSummary, ImportPreview, Intent, Session, Training, User } from '../src/api/types';

export const user: User = { id: 'me', email: 'sara@example.com', name: 'Sara', language: 'en' };
export const shop: BotSummary = { id: 'b1', name: 'Lantern', language: 'en', role: 'owner', waiting: 0 };
export const trained: Training = { state: 'live', progress: 1, trainedAt: null, intents: 1, examples: 2 };
export const hours: Intent = {
  id: 'i1', title: 'Opening hours', answer: 'From 10 to 6.', examples: ['when are you open', 'opening times'], updatedAt: '2026-11-21T10:00:00Z',
};

export interface Request {
  method: string;
  path: string;
  body: string;
  headers: Headers;
}

type Answer = { status?: number; json?: unknown } | 'offline';
type Handler = (request: Request) => Answer;

const problem = (status: number, type: string, title = type, more: object = {}): Answer =>
  ({ status, json: { type, title, detail: `${title}: what to do`, status, ...more } });

/** The API in memory: what a test does not set answers as an owner's account with one bot would. */
export class FakeServer {
  session: Session = { csrf: 'token-1', user, bots: [shop] };
  intents: Intent[] = [hours];
  requests: Request[] = [];
  private handlers = new Map<string, Handler>();

  on(route: string, handler: Handler): this {
    this.handlers.set(route, handler);
    return this;
  }

  fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const path = new URL(String(input)).pathname.replace(/^\//, '');
    const raw = init.body;
    const body = raw instanceof Blob ? await raw.text() : String(raw ?? '');
    const request = { method: init.method ?? 'GET', path, body, headers: new Headers(init.headers) };
    this.requests.push(request);
    const answer = (this.handlers.get(`${request.method} ${path}`) ?? ((sent) => this.usual(sent)))(request);
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    const { status = 200, json } = answer;
    return new Response(status === 204 ? null : JSON.stringify(json), { status, headers: { 'Content-Type': 'application/json' } });
  };

  sent = (route: string): Request[] => this.requests.filter(({ method, path }) => `${method} ${path}` === route);

  private usual({ method, path }: Request): Answer {
    if (path === 'api/session') return { json: this.session };
    if (path === 'api/bots/b1/intents' && method === 'GET') return { json: this.intents };
    if (path === 'api/bots/b1/feedback' || path === 'api/bots/b1/negatives') return { json: [] };
    if (path === 'api/bots/b1/training') return { json: trained };
    return problem(404, 'dialog:not-found', 'Not found');
  }
}

export { problem };

export const preview = (...pairs: ImportPreview['pairs']): ImportPreview => ({
  format: 'text',
  pairs,
  counts: {
    new: pairs.filter(({ state }) => state === 'new').length,
    merged: pairs.filter(({ state }) => state === 'merged').length,
    unchanged: pairs.filter(({ state }) => state === 'unchanged').length,
    refused: pairs.filter(({ state }) => state === 'refused').length,
  },
});

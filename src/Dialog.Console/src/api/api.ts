import type { Http, Raw } from './http';
import type { Progress } from './upload';
import type {
  AttachedFile, Bot, Channel, ChannelChange, Digest, DigestPlan, Feedback, ImportPreview, Intent, IntentBody, Invitation, InvitationView, Language, Member, Negative, NewChannel,
  Role, Session, Training, TryResult,
} from './types';

export interface NewAccount {
  email: string;
  password: string;
  name: string;
  language: Language;
  invitation?: string;
}

export type BotChange = Partial<Pick<Bot, 'name' | 'greeting' | 'wrongShare'>>;

const part = encodeURIComponent;

// Without a title the server takes the first example.
const titled = ({ title, ...rest }: IntentBody) => ({ ...rest, title: title || undefined });

/** The routes of the server, each once. */
export class Api {
  constructor(readonly http: Http) {}

  session = () => this.keep(this.http.call<Session>('api/session', { anonymous: true }));
  signUp = (account: NewAccount) => this.enter('api/accounts', account);
  signIn = (email: string, password: string) => this.enter('api/session', { email, password });
  signOut = () => this.http.call<void>('api/session', { method: 'DELETE', anonymous: true });
  changeAccount = (change: { name?: string; language?: Language }) =>
    this.http.call<unknown>('api/account', { method: 'PATCH', json: change });

  createBot = (name: string, language: Language) =>
    this.http.call<Bot>('api/bots', { method: 'POST', json: { name, language } });
  bot = (bot: string) => this.http.call<Bot>(this.path(bot));
  changeBot = (bot: string, change: BotChange) => this.http.call<Bot>(this.path(bot), { method: 'PATCH', json: change });
  training = (bot: string) => this.http.call<Training>(this.path(bot, 'training'));
  tryOut = (bot: string, text: string) =>
    this.http.call<TryResult>(this.path(bot, 'try'), { method: 'POST', json: { text } });

  intents = (bot: string) => this.http.call<Intent[]>(this.path(bot, 'intents'));
  addIntent = (bot: string, intent: IntentBody) =>
    this.http.call<Intent>(this.path(bot, 'intents'), { method: 'POST', json: titled(intent) });
  changeIntent = (bot: string, id: string, intent: IntentBody) =>
    this.http.call<Intent>(this.path(bot, 'intents', id), { method: 'PUT', json: titled(intent) });
  deleteIntent = (bot: string, id: string) => this.http.call<void>(this.path(bot, 'intents', id), { method: 'DELETE' });
  feedback = (bot: string) => this.http.call<Feedback[]>(this.path(bot, 'feedback'));
  /** The words are not for the bot, or nothing is to be learnt from them. */
  settleFeedback = (bot: string, id: string, as: 'negative' | 'dismiss') =>
    this.http.call<void>(this.path(bot, 'feedback', id, as), { method: 'POST', json: {} });
  teachFeedback = (bot: string, id: string, intent: string) =>
    this.http.call<void>(this.path(bot, 'feedback', id, 'example'), { method: 'POST', json: { intent } });
  negatives = (bot: string) => this.http.call<Negative[]>(this.path(bot, 'negatives'));
  addNegatives = (bot: string, texts: readonly string[]) =>
    this.http.call<Negative[]>(this.path(bot, 'negatives'), { method: 'POST', json: { texts } });
  dropNegative = (bot: string, id: string) => this.http.call<void>(this.path(bot, 'negatives', id), { method: 'DELETE' });
  previewImport = (bot: string, raw: Raw) =>
    this.http.call<ImportPreview>(this.path(bot, 'import', 'preview'), { method: 'POST', raw });
  runImport = (bot: string, raw: Raw) => this.http.call<ImportPreview>(this.path(bot, 'import'), { method: 'POST', raw });

  members = (bot: string) => this.http.call<Member[]>(this.path(bot, 'members'));
  removeMember = (bot: string, user: string) =>
    this.http.call<void>(this.path(bot, 'members', user), { method: 'DELETE' });
  invite = (bot: string, role: Role) =>
    this.http.call<Invitation>(this.path(bot, 'invitations'), { method: 'POST', json: { role } });
  invitation = (token: string) => this.http.call<InvitationView>(`api/invitations/${part(token)}`, { anonymous: true });
  acceptInvitation = (token: string) =>
    this.http.call<{ botId: string }>(`api/invitations/${part(token)}`, { method: 'POST' });

  channels = async (bot: string) => (await this.http.call<{ channels: Channel[] }>(this.path(bot, 'channels'))).channels;
  connectChannel = (bot: string, channel: NewChannel) =>
    this.http.call<Channel>(this.path(bot, 'channels'), { method: 'POST', json: channel });
  changeChannel = (bot: string, id: string, change: ChannelChange) =>
    this.http.call<Channel>(this.path(bot, 'channels', id), { method: 'PATCH', json: change });
  disconnectChannel = (bot: string, id: string) =>
    this.http.call<void>(this.path(bot, 'channels', id), { method: 'DELETE' });
  channelPicture = (bot: string, id: string) => this.http.address(this.path(bot, 'channels', id, 'picture'));

  digest = (bot: string) => this.http.call<Digest>(this.path(bot, 'digest'));
  planDigest = (bot: string, plan: DigestPlan) =>
    this.http.call<Digest>(this.path(bot, 'digest'), { method: 'PUT', json: plan });
  removeReceiver = (bot: string, id: string) =>
    this.http.call<void>(this.path(bot, 'digest', 'receivers', id), { method: 'DELETE' });
  previewDigest = (bot: string) => this.http.call<unknown>(this.path(bot, 'digest', 'preview'), { method: 'POST' });

  attach = (bot: string, conversation: string, file: File, progress: Progress, signal: AbortSignal) =>
    this.http.upload<AttachedFile>(this.path(bot, 'conversations', conversation, 'files'), file, progress, signal);
  file = (bot: string, file: string) => this.http.download(this.path(bot, 'files', file));
  fileAddress = (bot: string, file: string) => this.http.address(this.path(bot, 'files', file));

  private path = (bot: string, ...rest: string[]) => ['api/bots', ...[bot, ...rest].map(part)].join('/');

  private async keep(call: Promise<Session>): Promise<Session> {
    const session = await call;
    this.http.csrf = session.csrf;
    return session;
  }

  // The antiforgery token is bound to the user, so it is asked for anew once the cookie has changed.
  private async enter(path: string, json: object): Promise<Session> {
    await this.http.call<unknown>(path, { method: 'POST', json, anonymous: true });
    return this.session();
  }
}

export type Language = 'fa' | 'en';
export type Role = 'owner' | 'agent';

export interface ProblemBody {
  type: string;
  title: string;
  detail?: string | null;
  status?: number;
  retryAfter?: number | null;
  errors?: Record<string, string[]> | null;
}

export interface User {
  id: string;
  email: string;
  name: string;
  language: Language;
}

export interface BotSummary {
  id: string;
  name: string;
  language: Language;
  role: Role;
  waiting: number;
}

export interface Session {
  csrf: string;
  user: User | null;
  bots: BotSummary[];
}

export interface Training {
  state: 'empty' | 'waiting' | 'training' | 'live' | 'failed';
  progress: number;
  version?: number | string | null;
  trainedAt?: string | null;
  intents: number;
  examples: number;
  milliseconds?: number | null;
  problem?: ProblemBody | null;
}

export interface Bot {
  id: string;
  key: string;
  name: string;
  language: Language;
  greeting: string;
  wrongShare: number;
  role: Role;
  intents: number;
  examples: number;
  training: Training;
}

export interface RankedIntent {
  intentId: string;
  title: string;
  confidence: number;
}

export interface TryResult {
  outcome: 'answer' | 'unsure' | 'handoff';
  answer?: string | null;
  intentId?: string | null;
  confidence: number;
  threshold: number;
  ranked: RankedIntent[];
}

export interface Intent {
  id: string;
  title: string;
  answer: string;
  examples: string[];
  updatedAt: string;
}

export type IntentBody = Pick<Intent, 'title' | 'answer' | 'examples'>;

/** What visitors told about the bot: an answer refused, an intent picked when asked, or none of what was offered. */
export interface Feedback {
  id: string;
  kind: 'rejected' | 'chosen' | 'none';
  text: string;
  intent: Pick<Intent, 'id' | 'title' | 'answer'> | null;
  times: number;
  at: string;
  conversation: string;
}

/** A message that is not for the bot. */
export interface Negative {
  id: string;
  text: string;
}

export type PairState = 'new' | 'merged' | 'unchanged' | 'refused';

export interface ImportPair {
  row: number;
  title?: string | null;
  examples: string[];
  answer?: string | null;
  state: PairState;
  problem?: ProblemBody | null;
}

export interface ImportPreview {
  format: 'text' | 'table';
  pairs: ImportPair[];
  counts: Record<PairState, number>;
}

export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
}

export interface Invitation {
  token: string;
  url: string;
  role: Role;
  expiresAt: string;
}

export interface InvitationView {
  bot: string;
  role: Role;
  invitedBy: string;
}

export type Provider = 'telegram' | 'bale';
export type Receiving = 'polling' | 'webhook';

/** The addresses of a messenger's API, where they are not the usual ones; empty clears one. */
export interface ChannelAddresses {
  baseAddress?: string;
  fileAddress?: string;
  proxy?: string;
}

export interface NewChannel extends ChannelAddresses {
  provider: Provider;
  token: string;
}

export interface ChannelChange extends ChannelAddresses {
  isOn?: boolean;
  receiving?: Receiving;
  token?: string;
}

/** A bot's account at a messenger. Its token and its proxy never come back. */
export interface Channel {
  id: string;
  provider: Provider;
  name: string;
  username: string;
  link: string;
  hasPicture: boolean;
  receiving: Receiving;
  webhookAddress?: string | null;
  canWebhook: boolean;
  isOn: boolean;
  state: 'receiving' | 'troubled' | 'stopped' | 'off';
  problem?: Pick<ProblemBody, 'title' | 'detail'> | null;
  nextTryAt?: string | null;
  baseAddress?: string | null;
  fileAddress?: string | null;
  hasProxy: boolean;
  connectedAt: string;
  lastUpdateAt?: string | null;
  waitingToSend: number;
  failedToSend: number;
}

export interface DigestPlan {
  isOn: boolean;
  /** 0–23, in the time zone. */
  hour: number;
  /** An IANA name. */
  timeZone: string;
}

export interface Digest extends DigestPlan {
  receivers: DigestReceiver[];
  /** Where the signed-in owner subscribes; one for each connected messenger. */
  links: Array<{ provider: Provider; channel: string; url: string }>;
}

export interface DigestReceiver {
  id: string;
  name: string;
  provider: Provider;
  since: string;
}

/** A file as the server keeps it. */
export interface AttachedFile {
  id: string;
  name: string;
  type: string;
  size: number;
  isImage: boolean;
}

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
  outcome: 'answer' | 'handoff';
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

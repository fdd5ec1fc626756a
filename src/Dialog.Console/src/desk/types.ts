import type { ProblemBody, Training } from '../api/types';

export type ConversationState = 'bot' | 'waiting' | 'agent' | 'closed';

export interface DeskItem {
  id: string;
  bot: string;
  state: ConversationState;
  agent: { id: string; name: string } | null;
  visitor: { id: string; name: string };
  channel: string;
  preview: string;
  last: number;
  updatedAt: string;
  waitingSince?: string | null;
}

export interface Match {
  outcome: 'answer' | 'handoff';
  confidence: number;
  threshold: number;
  intentId?: string | null;
  title?: string | null;
  answer?: string | null;
  runnerUp?: { title: string; confidence: number } | null;
}

export interface DeskEvent {
  sequence: number;
  at: string;
  kind: 'message' | 'handoff' | 'taken' | 'returned' | 'closed' | 'hidden' | (string & {});
  id?: string | null;
  from?: 'visitor' | 'bot' | 'agent' | null;
  name?: string | null;
  text?: string | null;
  match?: Match | null;
  agentId?: string | null;
}

export interface Reply<T> {
  value: T | null;
  problem: ProblemBody | null;
}

export interface Joined {
  conversations: DeskItem[];
  training: Training;
}

export interface Page {
  conversation: DeskItem;
  events: DeskEvent[];
  last: number;
  more: boolean;
}

export interface Receipt {
  sequence: number;
  at: string;
}

/** An answer on its way; it stays until the server has acknowledged it. */
export interface Outgoing {
  id: string;
  bot: string;
  conversation: string;
  text: string;
  at: string;
  /** Acknowledged under this number, shown until the log has grown that far. */
  sequence?: number;
  problem?: ProblemBody;
}

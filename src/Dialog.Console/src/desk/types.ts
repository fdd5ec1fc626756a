import type { AttachedFile, ProblemBody, Training } from '../api/types';

export type ConversationState = 'bot' | 'waiting' | 'agent' | 'closed';

export interface DeskItem {
  id: string;
  bot: string;
  state: ConversationState;
  agent: { id: string; name: string } | null;
  visitor: { id: string; name: string };
  /** `web`, `telegram` or `bale` */
  channel: string;
  /** As the messenger knows the visitor. */
  person?: { name: string; username?: string | null } | null;
  unreachable?: 'blocked' | 'deactivated' | 'gone' | null;
  preview: string;
  last: number;
  updatedAt: string;
  waitingSince?: string | null;
}

export interface Match {
  outcome: 'answer' | 'unsure' | 'handoff';
  confidence: number;
  threshold: number;
  intentId?: string | null;
  title?: string | null;
  answer?: string | null;
  runnerUp?: { title: string; confidence: number } | null;
}

/** Something an agent or the bot said that has not arrived at the messenger. */
export interface Delivery {
  state: 'delayed' | 'failed';
  problem?: Pick<ProblemBody, 'title' | 'detail'> | null;
}

/** Null: it has arrived. */
export interface DeliveryChange {
  conversation: string;
  sequence: number;
  delivery: Delivery | null;
}

export interface DeskEvent {
  sequence: number;
  at: string;
  kind: 'message' | 'handoff' | 'taken' | 'returned' | 'closed' | 'hidden' | 'edited' | (string & {});
  id?: string | null;
  from?: 'visitor' | 'bot' | 'agent' | null;
  name?: string | null;
  text?: string | null;
  match?: Match | null;
  /** Where the bot asks which was meant: what it offers. */
  choices?: { id: string; title: string }[] | null;
  /** Of a visitor's press: the intent picked, or the bot's message that was refused. */
  chose?: string | null;
  rejects?: number | null;
  agentId?: string | null;
  file?: AttachedFile | null;
  /** Of an `edited` event: the message whose text is different now. */
  edits?: number | null;
  delivery?: Delivery | null;
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
  /** What is attached; its content is only known to the page it was chosen on. */
  attachment?: { name: string; type: string; size: number };
  /** The attachment once the server has it. */
  file?: AttachedFile;
  /** The share of the attachment that has gone out, 0–1. */
  progress?: number;
  /** Acknowledged under this number, shown until the log has grown that far. */
  sequence?: number;
  problem?: ProblemBody;
}

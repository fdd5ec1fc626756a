import type { DeskEvent, DeskItem } from '../src/desk/types';

export const item = (id: string, change: Partial<DeskItem> = {}): DeskItem => ({
  id, bot: 'b1', state: 'waiting', agent: null, visitor: { id: `v-${id}`, name: '' }, channel: 'web', preview: 'hello',
  last: 1, updatedAt: '2026-11-21T10:00:00Z', waitingSince: null, ...change,
});

export const event = (sequence: number, change: Partial<DeskEvent> = {}): DeskEvent => ({
  sequence, at: '2026-11-21T10:00:00Z', kind: 'message', from: 'visitor', text: `text ${sequence}`, ...change,
});

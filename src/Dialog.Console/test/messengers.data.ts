import type { Channel, Digest } from '../src/api/types';

export const channel = (change: Partial<Channel> = {}): Channel => ({
  id: 'c1', provider: 'telegram', name: 'Lantern Bot', username: 'lantern_bot', link: 'https://t.me/lantern_bot', hasPicture: false,
  receiving: 'polling', webhookAddress: null, canWebhook: true, isOn: true, state: 'receiving', problem: null, nextTryAt: null,
  baseAddress: null, fileAddress: null, hasProxy: false, connectedAt: '2026-11-20T10:00:00Z', lastUpdateAt: null,
  waitingToSend: 0, failedToSend: 0, ...change,
});

export const digest = (change: Partial<Digest> = {}): Digest =>
  ({ isOn: false, hour: 8, timeZone: 'Asia/Tehran', receivers: [], links: [], ...change });

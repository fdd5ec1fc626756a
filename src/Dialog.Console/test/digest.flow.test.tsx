import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Digest } from '../src/api/types';
import { en } from '../src/i18n/en';
import { ownTimeZone, timeZones } from '../src/digest/timeZones';
import { digest } from './messengers.data';
import { openPage } from './page';
import { FakeServer } from './server';

vi.mock('../src/desk/wire', () => ({ connectToHub: () => new Promise(() => undefined) }));

const texts = en.digest;
const route = 'api/bots/b1/digest';
const nora = { id: 'r1', name: 'Nora', provider: 'telegram', since: '2026-11-20T10:00:00Z' } as const;
const link = { provider: 'telegram', channel: 'c1', url: 'https://t.me/lantern_bot?start=dabc' } as const;
const card = () => screen.findByRole('region', { name: texts.title });

function open(view: Digest) {
  const server = new FakeServer()
    .on('GET api/bots/b1/channels', () => ({ json: { channels: [] } }))
    .on(`GET ${route}`, () => ({ json: view }))
    .on(`PUT ${route}`, ({ body }) => ({ json: { ...view, ...JSON.parse(body) as object } }))
    .on(`POST ${route}/preview`, () => ({ json: { sent: 1 } }))
    .on(`DELETE ${route}/receivers/r1`, () => ({ status: 204 }));
  openPage('/bots/b1/messengers', server);
  return server;
}

describe('the daily digest', () => {
  it('is off, and turned on in the browser’s time zone', async () => {
    const server = open(digest({ timeZone: 'Etc/UTC', links: [link] }));
    const onOff = await within(await card()).findByRole('switch', { name: texts.on });
    expect(onOff).not.toBeChecked();
    await userEvent.click(onOff);
    await waitFor(() => expect(onOff).toBeChecked());
    expect(JSON.parse(server.sent(`PUT ${route}`)[0]!.body)).toEqual({ isOn: true, hour: 8, timeZone: ownTimeZone() });
  });

  it('needs a messenger first', async () => {
    open(digest());
    expect(await within(await card()).findByText(texts.needsMessenger)).toBeInTheDocument();
  });

  it('is asked for by a link of one’s own, and seen at once', async () => {
    const server = open(digest({ isOn: true, links: [link], receivers: [nora] }));
    expect(await within(await card()).findByRole('link', { name: texts.get('Telegram') })).toHaveAttribute('href', link.url);
    await userEvent.click(within(await card()).getByRole('button', { name: texts.preview }));
    expect(await screen.findByText(texts.previewSent)).toBeInTheDocument();
    expect(server.sent(`POST ${route}/preview`)).toHaveLength(1);
  });

  it('is no longer sent to who is removed', async () => {
    open(digest({ isOn: true, links: [link], receivers: [nora] }));
    await userEvent.click(await within(await card()).findByRole('button', { name: texts.remove('Nora') }));
    expect(await within(await card()).findByText(texts.nobody)).toBeInTheDocument();
  });
});

describe('time zones', () => {
  it('are named in the language, and hold the chosen one though the browser does not list it', () => {
    const zones = timeZones('fa', 'Etc/UTC');
    expect(zones.find(({ value }) => value === 'Asia/Tehran')?.label).toMatch(/ایران.*Asia\/Tehran/);
    expect(zones.map(({ value }) => value)).toContain('Etc/UTC');
  });

  it('may be one that this browser has not heard of', () => {
    expect(timeZones('en', 'Mars/Olympus_Mons').at(-1)).toEqual({ value: 'Mars/Olympus_Mons', label: '(\u2068Mars/Olympus Mons\u2069)' });
  });
});

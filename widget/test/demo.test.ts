import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const site = join(import.meta.dirname, '../../src/Dialog.Server/wwwroot');
const read = (name: string) => readFileSync(join(site, name), 'utf8');
const references = [...`${read('index.html')} ${read('demo.css')}`.matchAll(/(?:src|href)="([^"]+)"|url\('([^']+)'\)/g)];
const addresses = references.map(([, attribute, url]) => attribute ?? url ?? '');

describe('the demo page', () => {
  test('assumes no root: every address is relative', () => {
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => /^(\/|\w+:)/.test(address))).toEqual([]);
  });

  test('refers only to its own files, the widget, its font and the console', () => {
    const { version } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../node_modules/vazirmatn/package.json'), 'utf8'),
    ) as { version: string };
    const others = ['widget.js', 'console/', `widget/assets/vazirmatn-wght${version}.woff2`];
    expect(addresses.filter((address) => !others.includes(address) && !existsSync(join(site, address)))).toEqual([]);
  });

  test('asks the two demo bots', () => {
    expect([...read('index.html').matchAll(/<script[^>]* data-bot="([^"]+)"/g)].map(([, bot]) => bot)).toEqual(['demo-fa', 'demo-en']);
  });
});

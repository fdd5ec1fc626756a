// Fails the build when a visitor would have to load more than promised (gzip, bytes).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '..', 'dist');
const gzip = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

const assets = readdirSync(join(dist, 'panel/assets')).filter((name) => /\.(js|css)$/.test(name));
const loader = gzip('widget.js');
const open = loader + gzip('panel/index.html') + assets.reduce((sum, name) => sum + gzip(`panel/assets/${name}`), 0);

const checks = [
  { what: 'the loader, on every page', bytes: loader, budget: 5 * 1024 },
  { what: 'everything once open, without the font', bytes: open, budget: 40 * 1024 },
];
for (const { what, bytes, budget } of checks) {
  const verdict = bytes <= budget ? 'ok' : 'OVER BUDGET';
  console.log(`${(bytes / 1024).toFixed(1).padStart(6)} of ${budget / 1024} kB gzip  ${what}: ${verdict}`);
}
if (checks.some(({ bytes, budget }) => bytes > budget)) process.exit(1);

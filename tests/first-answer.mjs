// How long from a clone to the first answer? Run by hand; the machine should have nothing else to do.
//
//   node tests/first-answer.mjs [--cold]
//
// --cold gives NuGet and npm empty caches, as on a new machine. Leaves nothing behind.
import { spawn, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'dialog-first-answer-'));
const clone = join(scratch, 'dialog');
const caches = process.argv.includes('--cold')
  ? { NUGET_PACKAGES: join(scratch, 'nuget'), npm_config_cache: join(scratch, 'npm') }
  : {};
const start = performance.now();
const lap = (what) => console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  ${what}`);

execFileSync('git', ['clone', '--quiet', root, clone]);
lap('cloned');

const server = spawn('dotnet', ['run', '--project', 'src/Dialog.Server'], {
  cwd: clone,
  env: { ...process.env, ...caches, ASPNETCORE_URLS: 'http://127.0.0.1:0', MSBUILDDISABLENODEREUSE: '1', UseSharedCompilation: 'false' },
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
});

try {
  const address = await new Promise((resolve, reject) => {
    createInterface(server.stdout).on('line', (line) => {
      const ready = /(http:\/\/[^\s/]+)\/console/.exec(line)?.[1];
      if (ready) resolve(ready);
    });
    server.on('exit', (code) => reject(new Error(`dotnet run ended with code ${code}`)));
  });
  lap(`ready at ${address}`);

  const page = await fetch(address);
  if (!page.ok || !(await page.text()).includes('widget.js')) throw new Error(`The demo page answered ${page.status}`);
  lap('the demo page is there');

  for (const language of ['fa', 'en']) lap(`asked in ${language}, answered: ${await ask(address, language)}`);
} finally {
  process.kill(-server.pid, 'SIGTERM');
  await new Promise((resolve) => (server.exitCode === null ? server.on('exit', resolve) : resolve()));
  rmSync(scratch, { recursive: true, force: true });
}

async function ask(address, language) {
  const { HubConnectionBuilder, HttpTransportType, LogLevel } = createRequire(join(clone, 'widget/package.json'))('@microsoft/signalr');
  const hub = new HubConnectionBuilder()
    .withUrl(`${address}/hubs/chat`, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .configureLogging(LogLevel.None)
    .build();
  const answer = new Promise((resolve) => {
    hub.on('events', (events) => {
      const said = events.find((event) => event.from === 'bot');
      if (said) resolve(said.text);
    });
  });
  await hub.start();
  await hub.invoke('Hello', { bot: `demo-${language}` });
  const { intents } = JSON.parse(readFileSync(join(clone, `models/demo/shop-${language}.json`), 'utf8'));
  await hub.invoke('Send', { id: randomUUID(), text: intents[3].examples[0] });
  const text = await answer;
  await hub.stop();
  if (text !== intents[3].answer) throw new Error(`A wrong answer: ${text}`);
  return text;
}

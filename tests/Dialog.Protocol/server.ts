import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

export interface Server {
  address: string;
  stop: () => Promise<void>;
}

/** The server that was built, as a process, on a free port and with a data folder of its own. */
export async function startServer(settings: Record<string, string> = {}): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'dialog-protocol-'));
  const logs = join(root, 'artifacts/servers');
  mkdirSync(logs, { recursive: true });
  const log = createWriteStream(join(logs, `${basename(data)}.log`));
  const child = spawn('dotnet', ['exec', builtServer()], {
    env: {
      ...process.env,
      DIALOG_DATA: data,
      ASPNETCORE_URLS: 'http://127.0.0.1:0',
      ASPNETCORE_ENVIRONMENT: 'Production',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.pipe(log, { end: false });
  const ended = once(child, 'exit');

  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      log.write(`${line}\n`);
      const ready = /(http:\/\/[^\s/]+)\/console/.exec(line)?.[1];
      if (ready) resolve(ready);
    });
    void ended.then(([code]) => reject(new Error(`The server ended with code ${code}; see ${log.path}`)));
  });

  return {
    address,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      log.end();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function builtServer(): string {
  const configurations = process.env.DIALOG_TEST_CONFIGURATION ? [process.env.DIALOG_TEST_CONFIGURATION] : ['Debug', 'Release'];
  const built = configurations.map((name) => join(root, `src/Dialog.Server/bin/${name}/net10.0/Dialog.Server.dll`)).find(existsSync);
  if (!built) throw new Error('Build the server first: dotnet build src/Dialog.Server');
  return built;
}

// Measures Dialog and, in the same run, a bare echo hub with the same client: benchmarks/results/load.json and load.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBot } from './bot.mjs';
import { idlePromise, measureIdle } from './idle.mjs';
import { report } from './report.mjs';
import { start } from './servers.mjs';
import { capacity, isClean, measure, promise } from './throughput.mjs';

const port = Number(process.env.DIALOG_BENCHMARK_PORT ?? 5140);
const seconds = Number(process.env.DIALOG_BENCHMARK_SECONDS ?? 30);
const folder = mkdtempSync(join(tmpdir(), 'dialog-load-'));
const messages = join(folder, 'messages.txt');
const machine = { date: new Date().toISOString().slice(0, 10), cores: cpus().length, cpu: cpus()[0].model, loadBefore: loadavg().map(load => Number(load.toFixed(1))) };
const settings = data => ({ DIALOG_DATA: join(folder, data), DIALOG_DEMO: 'false', DIALOG_VISITOR_LIMITS: 'off' });
const tell = step => console.error(`  ${step.rate}/s: ${step.answersPerSecond}/s answered, p99 ${step.p99} ms, server ${step.serverCpuMicroseconds} µs a message, tool ${step.toolCpuMicroseconds} µs`);

async function run(name, server, bot) {
    console.error(name);
    const plan = { connections: promise.connections, messages };
    // Until what runs often has been compiled for good.
    await measure(server, bot, { ...plan, rate: promise.rate / 2, seconds: 20 });
    const promised = { ...(await measure(server, bot, { ...plan, rate: promise.rate, seconds })), plannedSeconds: seconds };
    tell(promised);
    const result = { promised, capacity: await capacity(server, bot, plan, tell) };
    await server.stop();
    return result;
}

try {
    const dialogServer = () => start('src/Dialog.Server', 'Dialog.Server', `http://127.0.0.1:${port}`, settings('load'));
    let server = await dialogServer();
    const made = await makeBot(server.url);
    writeFileSync(messages, made.messages.join('\n'));
    const bot = { intents: 50, examples: 10, messages: made.messages.length, unseen: made.unseen };

    const dialog = await run('Dialog', server, made.key);
    const echo = await run('Echo', await start('benchmarks/Dialog.Echo', 'Dialog.Echo', `http://127.0.0.1:${port + 1}`), made.key);
    server = await dialogServer();
    const idle = await measureIdle(server, made.key);
    console.error(`Idle: ${idle.kiBPerConnection} KiB a connection`);
    await server.stop();

    const best = run => run.capacity.best?.answersPerSecond ?? 0;
    const ratio = best(echo) > 0 && best(dialog) > 0 ? Math.round((best(dialog) / best(echo)) * 1000) / 1000 : null;
    const kept = isClean(dialog.promised) && best(dialog) >= 0.98 * promise.rate && idle.kiBPerConnection <= idlePromise.kiB && idle.cut === 0;
    const results = { machine, bot, dialog, echo, ratio, idle, kept };
    writeFileSync(new URL('../results/load.json', import.meta.url), JSON.stringify(results, null, 2) + '\n');
    writeFileSync(new URL('../results/load.md', import.meta.url), report(results));
    console.error(kept ? 'All promises kept.' : 'A promise was not kept, see benchmarks/results/load.md.');
    process.exitCode = kept ? 0 : 1;
} finally {
    rmSync(folder, { recursive: true, force: true });
}

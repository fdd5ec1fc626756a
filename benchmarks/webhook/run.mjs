// Drives a built server through its webhook and writes benchmarks/results/webhook.json and webhook.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBot } from '../load/bot.mjs';
import { pause, start } from '../load/servers.mjs';
import { callSteadily } from './calls.mjs';
import { startMessenger, token } from './messenger.mjs';
import { report } from './report.mjs';

const promise = { rate: 200, seconds: Number(process.env.DIALOG_BENCHMARK_SECONDS ?? 30), chats: 500, p99: 200 };
const port = Number(process.env.DIALOG_BENCHMARK_PORT ?? 5260);
const patienceSeconds = 120;
const folder = mkdtempSync(join(tmpdir(), 'dialog-webhook-'));
const machine = { date: new Date().toISOString().slice(0, 10), cores: cpus().length, cpu: cpus()[0].model, loadBefore: loadavg().map(load => Number(load.toFixed(1))) };
const settings = {
    DIALOG_DATA: folder, DIALOG_DEMO: 'false', DIALOG_VISITOR_LIMITS: 'off', DIALOG_METRICS: 'on',
    DIALOG_PUBLIC_ADDRESS: 'https://dialog.example', DIALOG_PRIVATE_ADDRESSES: 'on',
};

async function loggedBy(server) {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    return Number(/^dialog_messages_total\{author="visitor"\} (\d+)/m.exec(metrics)?.[1] ?? 0);
}

async function allLogged(server, count) {
    for (let waited = 0; (await loggedBy(server)) < count; waited++) {
        if (waited === patienceSeconds * 10) return;
        await pause(100);
    }
}

const messenger = await startMessenger(port + 1);
try {
    const server = await start('src/Dialog.Server', 'Dialog.Server', `http://127.0.0.1:${port}`, settings);
    const { id, owner, messages } = await makeBot(server.url);
    const channel = await owner.call('POST', `bots/${id}/channels`, { provider: 'telegram', token, baseAddress: messenger.url });
    await owner.call('PATCH', `bots/${id}/channels/${channel.id}`, { receiving: 'webhook' });
    const webhook = await messenger.webhook;

    const plan = { ...promise, messages };
    // Until what runs often has been compiled for good, and every chat is known.
    await callSteadily(server.url, webhook, { ...plan, seconds: 5 });
    await allLogged(server, promise.rate * 5);
    const before = server.cpuSeconds();
    const figures = await callSteadily(server.url, webhook, plan);
    const serverCpuMicroseconds = Math.round(((server.cpuSeconds() - before) * 1e6) / figures.calls);
    const all = promise.rate * 5 + figures.calls;
    await allLogged(server, all);
    const logged = await loggedBy(server);
    await server.stop();

    const kept = figures.refused === 0 && logged === all && figures.p99 <= promise.p99;
    const results = { machine, promise, ...figures, logged: logged - promise.rate * 5, serverCpuMicroseconds, kept };
    writeFileSync(new URL('../results/webhook.json', import.meta.url), JSON.stringify(results, null, 2) + '\n');
    writeFileSync(new URL('../results/webhook.md', import.meta.url), report(results));
    console.error(`p50 ${figures.p50} ms, p99 ${figures.p99} ms, max ${figures.max} ms; ${figures.refused} refused, ${results.logged} of ${figures.calls} logged. ${kept ? 'Kept.' : 'Not kept.'}`);
    process.exitCode = kept ? 0 : 1;
} finally {
    messenger.stop();
    rmSync(folder, { recursive: true, force: true });
}

// What an idle connection costs the server's memory.
import { load, pause } from './servers.mjs';

export const idlePromise = { connections: 5000, kiB: 40 };
const holdSeconds = 20;

export async function measureIdle(server, bot) {
    // The first connections load code and fill pools that all later ones share.
    await load(server.url, bot, { connections: 50, rate: 0, seconds: 1 });
    const before = server.residentKiB();
    let during = 0;
    const figures = await load(server.url, bot, { connections: idlePromise.connections, rate: 0, seconds: holdSeconds }, async (said, ended) => {
        while (!said().includes('Holding')) if ((await Promise.race([pause(100), ended])) !== undefined) return;
        await pause((holdSeconds - 2) * 1000);
        during = server.residentKiB();
    });
    return {
        connections: idlePromise.connections,
        cut: figures.cut,
        residentBeforeKiB: before,
        residentDuringKiB: during,
        kiBPerConnection: Math.round(((during - before) / idlePromise.connections) * 10) / 10,
    };
}

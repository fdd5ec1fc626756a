// How much a server carries: at the promised rate, and at the highest one it keeps up with.
import { load } from './servers.mjs';

export const promise = { rate: 1000, connections: 200, p99: 50 };
const climb = 1.25;
const stepSeconds = 8;

/** A run with what each message cost the server and the tool, in microseconds of processor time. */
export async function measure(server, bot, plan) {
    const before = server.cpuSeconds();
    const figures = await load(server.url, bot, plan);
    const perMessage = seconds => Math.round((seconds * 1e6) / Math.max(1, figures.answered));
    return {
        rate: plan.rate,
        answersPerSecond: Math.round(figures.answered / figures.seconds),
        ...figures,
        serverCpuMicroseconds: perMessage(server.cpuSeconds() - before),
        toolCpuMicroseconds: perMessage(figures.toolCpuSeconds),
    };
}

/** Climbs until the server no longer answers what is sent within the promise; gives every step and the last that held. */
export async function capacity(server, bot, plan, tell) {
    const steps = [];
    let best;
    for (let rate = promise.rate; ; rate = Math.round((rate * climb) / 50) * 50) {
        let step = await measure(server, bot, { ...plan, rate, seconds: stepSeconds });
        // Another process of the machine may have had its moment: what failed is tried once more.
        if (!holds(step)) step = await measure(server, bot, { ...plan, rate, seconds: stepSeconds });
        tell(step);
        steps.push(step);
        if (!holds(step)) return { best, steps };
        best = step;
    }
}

export const isClean = run => run.lost + run.doubled + run.outOfOrder + run.refused + run.cut === 0;

const holds = run => isClean(run) && run.answered === run.sent && run.p99 <= promise.p99 && run.answersPerSecond >= 0.98 * run.rate;

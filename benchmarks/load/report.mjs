// The results as a page for people.
import { promise } from './throughput.mjs';
import { idlePromise } from './idle.mjs';

const number = value => value.toLocaleString('en');

export function report(results) {
    const { machine, bot, dialog, echo, idle, ratio } = results;
    return `# Load

One run of \`benchmarks/load.sh\` on ${machine.date}: ${machine.cores} cores (${machine.cpu}), shared by the server, \`dialog load\`
and whatever else the machine did (load average ${machine.loadBefore.join(', ')} before the run). The server is as it ships, its
log on disk with an fsync before every acknowledgement; only the visitors' pace limit is off.

The bot has ${bot.intents} intents × ${bot.examples} examples, Persian and English. Visitors ask ${number(bot.messages)} questions it was not
trained on: of ${number(bot.unseen)} such, those it is sure of. The echo hub is SignalR alone: the same frames, nothing matched, nothing saved.

| | sent/s | answered/s | lost, doubled, out of order | p50 | p90 | p99 | max | server CPU a message | tool CPU a message |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${row(`Dialog, ${promise.connections} connections, ${dialog.promised.plannedSeconds} s`, dialog.promised)}
${row('Dialog, highest rate held', dialog.capacity.best)}
${row('Echo, the same rate', echo.promised)}
${row('Echo, highest rate held', echo.capacity.best)}

A rate is held when everything is answered in time with p99 ≤ ${promise.p99} ms. **Dialog carries ${ratio === null ? '–' : ratio.toFixed(2)} of what the bare echo hub carries.**

Idle: ${number(idle.connections)} connections, ${idle.kiBPerConnection} KiB of resident memory each (promised: ≤ ${idlePromise.kiB} KiB), ${idle.cut} cut.
`;
}

function row(name, run) {
    if (!run) return `| ${name} | – | | | | | | | | |`;
    const times = [run.p50, run.p90, run.p99, run.max].map(time => `${time.toFixed(1)} ms`).join(' | ');
    return `| ${name} | ${number(run.rate)} | ${number(run.answersPerSecond)} | ${run.lost}, ${run.doubled}, ${run.outOfOrder} | ${times} | ${number(run.serverCpuMicroseconds)} µs | ${number(run.toolCpuMicroseconds)} µs |`;
}

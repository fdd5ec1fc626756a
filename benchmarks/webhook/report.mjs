// The result as a page for people.
const number = value => value.toLocaleString('en');

export function report(results) {
    const { machine, promise } = results;
    return `# Webhook

One run of \`benchmarks/webhook.sh\` on ${machine.date}: ${machine.cores} cores (${machine.cpu}), shared by the server, the caller and
whatever else the machine did (load average ${machine.loadBefore.join(', ')} before the run).

${number(results.calls)} updates, ${results.rate} a second for ${results.seconds} s from ${results.chats} chats, each a question that the bot answers. A call is timed from when
it was due to its 200, and 200 means: the update is on the disk, with an fsync. Meanwhile the updates before it are matched,
answered and logged, and answers go out at the messenger's pace.

| refused | logged | p50 | p90 | p99 | max | server CPU an update |
|--:|--:|--:|--:|--:|--:|--:|
| ${results.refused} | ${number(results.logged)} of ${number(results.calls)} | ${results.p50.toFixed(1)} ms | ${results.p90.toFixed(1)} ms | ${results.p99.toFixed(1)} ms | ${results.max.toFixed(1)} ms | ${number(results.serverCpuMicroseconds)} µs |

Promised: p99 ≤ ${promise.p99} ms, nothing refused, nothing lost. ${results.kept ? 'Kept.' : 'Not kept.'}
`;
}

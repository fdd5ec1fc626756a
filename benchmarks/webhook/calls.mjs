// Calls the webhook at a steady rate, whether the calls before are answered or not, and times each from when it was due.
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

const agent = new Agent({ keepAlive: true, maxSockets: 40 });
let updateId = 1000;

export async function callSteadily(server, webhook, { rate, seconds, chats, messages }) {
    const times = [];
    const refused = [];
    const count = rate * seconds;
    const began = performance.now();
    const calls = [];
    for (let number = 0; number < count; number++) {
        const due = began + (number * 1000) / rate;
        const wait = due - performance.now();
        if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait));
        const update = textUpdate(number % chats, messages[number % messages.length]);
        calls.push(post(server, webhook, update).then(status => {
            times.push(performance.now() - due);
            if (status !== 200) refused.push(status);
        }));
    }
    await Promise.all(calls);
    times.sort((a, b) => a - b);
    const at = share => Math.round(times[Math.ceil(share * times.length) - 1] * 10) / 10;
    return { rate, seconds, chats, calls: count, refused: refused.length, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}

function textUpdate(chat, text) {
    const person = { id: 7000 + chat, first_name: `Person ${chat}` };
    const id = ++updateId;
    return JSON.stringify({ update_id: id, message: { message_id: id, date: 1774080000, text, from: { ...person, is_bot: false }, chat: { ...person, type: 'private' } } });
}

function post(server, { path, secret }, body) {
    return new Promise((resolve, reject) => {
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'X-Telegram-Bot-Api-Secret-Token': secret };
        const call = request(server + path, { method: 'POST', agent, headers }, response => response.resume().on('end', () => resolve(response.statusCode)));
        call.on('error', reject).end(body);
    });
}

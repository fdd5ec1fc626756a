// Makes a bot of 50 intents × 10 examples through the API, as an owner would, from the demo shops' knowledge.
import { readFileSync } from 'node:fs';
import { pause } from './servers.mjs';

const intentsPerLanguage = 25;
const examples = 10;

export async function makeBot(url) {
    const owner = new Owner(url);
    await owner.call('GET', 'session');
    await owner.call('POST', 'accounts', { email: 'load@example.com', password: 'a sentence to remember', name: 'Load', language: 'en' });
    await owner.call('GET', 'session');
    const bot = await owner.call('POST', 'bots', { name: 'Load', language: 'en' });
    const taken = new Set();
    const isNew = text => !taken.has(text.toLowerCase()) && taken.add(text.toLowerCase());
    const intents = ['en', 'fa'].flatMap(knowledge).map(intent => ({ ...intent, examples: intent.examples.filter(isNew) }));
    for (const intent of intents)
        await owner.call('POST', `bots/${bot.id}/intents`, { title: intent.title, answer: intent.answer, examples: intent.examples.slice(0, examples) });
    await trained(owner, bot, intents.length * examples);

    // Asked with what the bot has not seen, and of that with what it is sure of: an unsure message waits for its
    // continuation and goes to a person, which is no matter of throughput.
    const unseen = intents.flatMap(intent => intent.examples.slice(examples));
    const sure = [];
    for (const text of unseen)
        if ((await owner.call('POST', `bots/${bot.id}/try`, { text })).outcome === 'answer') sure.push(text);
    return { id: bot.id, key: bot.key, messages: sure, unseen: unseen.length, owner };
}

function knowledge(language) {
    const shop = JSON.parse(readFileSync(new URL(`../../models/demo/shop-${language}.json`, import.meta.url), 'utf8'));
    return shop.intents.slice(0, intentsPerLanguage);
}

async function trained(owner, bot, total) {
    for (;;) {
        const training = await owner.call('GET', `bots/${bot.id}/training`);
        if (training.state === 'failed') throw new Error('The training failed.');
        if (training.state === 'live' && training.examples === total) return;
        await pause(200);
    }
}

class Owner {
    #url;
    #cookies = new Map();
    #csrf = '';

    constructor(url) {
        this.#url = url;
    }

    async call(method, path, body) {
        const headers = { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'accept-language': 'en' };
        if (method !== 'GET') headers['X-CSRF'] = this.#csrf;
        if (body) headers['content-type'] = 'application/json';
        const response = await fetch(`${this.#url}/api/${path}`, { method, headers, body: body && JSON.stringify(body) });
        for (const cookie of response.headers.getSetCookie()) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
            this.#cookies.set(name, value);
        }
        if (!response.ok) throw new Error(`${method} /api/${path}: ${response.status} ${await response.text()}`);
        const answer = await response.json();
        if (answer.csrf) this.#csrf = answer.csrf;
        return answer;
    }
}

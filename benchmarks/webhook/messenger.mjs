// A messenger that takes everything: it answers each call at once, and tells which webhook it was given.
import { createServer } from 'node:http';

const account = { id: 123456, is_bot: true, first_name: 'Load', username: 'load_bot' };
export const token = '123456:AAFakeTokenOfTheBenchmark_0123456789';

export async function startMessenger(port) {
    let sent = 0;
    let tellWebhook;
    const webhook = new Promise(resolve => (tellWebhook = resolve));
    const methods = {
        getMe: () => account,
        setWebhook: call => (tellWebhook({ path: new URL(call.url).pathname, secret: call.secret_token }), true),
        getWebhookInfo: () => ({ url: '', pending_update_count: 0 }),
        getUpdates: () => [],
        sendMessage: call => ({ message_id: ++sent, date: 0, chat: { id: call.chat_id, type: 'private' }, text: call.text }),
        getUserProfilePhotos: () => ({ total_count: 0, photos: [] }),
    };
    const server = createServer(async (request, response) => {
        let body = '';
        for await (const part of request) body += part;
        const result = methods[request.url.split('/').at(-1)]?.(body ? JSON.parse(body) : {}) ?? true;
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }));
    });
    await new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${port}`, webhook, sent: () => sent, stop: () => (server.closeAllConnections(), server.close()) };
}

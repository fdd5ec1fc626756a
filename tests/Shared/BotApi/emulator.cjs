// Somebody else's Bot API server, on a free port, until its input is closed. Prints its address when it is ready.
const net = require('node:net');
const TelegramServer = require('telegram-test-api');

const probe = net.createServer();
probe.listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(async () => {
        const server = new TelegramServer({ port, host: '127.0.0.1' });
        await server.start();
        console.log(server.config.apiURL);
    });
});
process.stdin.resume().on('end', () => process.exit(0));

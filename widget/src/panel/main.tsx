import { render } from 'preact';
import './styles/panel.css';
import { ChatClient } from '../protocol/client';
import { openHub } from '../protocol/hub';
import { Memory } from '../protocol/memory';
import { browserShelf } from '../protocol/shelf';
import { isLanguage } from '../strings';
import { App } from './App';
import { connectHost } from './host';
import { watchBrowser } from './browser';

const query = new URLSearchParams(location.search);
const bot = query.get('bot') ?? '';
const locale = query.get('locale');

const prefix = `dialog:${bot}:`;
const shelf = browserShelf(prefix);
const memory = new Memory(shelf);
const token = location.hash.slice(1);
if (token && !shelf.lasting) memory.token = token;
const client = new ChatClient({
  bot,
  language: isLanguage(locale) ? locale : undefined,
  open: () => openHub(new URL('../hubs/chat', document.baseURI).href),
  memory,
});
const host = connectHost(client, isLanguage(locale) ? locale : null);
if (!shelf.lasting) client.store.subscribe(() => memory.token && host.keep(memory.token));

const root = document.getElementById('panel');
if (root) render(<App client={client} host={host} memory={memory} hasBot={bot !== ''} />, root);

if (bot) {
  watchBrowser(client, prefix);
  client.start();
}
host.ready();

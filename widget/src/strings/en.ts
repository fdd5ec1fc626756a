import type { LauncherStrings, PanelStrings } from './index';

const characters = (count: string, more = '') => `${count}${more} ${count === '1' ? 'character' : 'characters'}`;

export const launcher: LauncherStrings = {
  open: 'Open chat',
  close: 'Close chat',
  unread: (count) => (count === '1' ? '1 new message' : `${count} new messages`),
  frame: (name) => `Chat with ${name}`,
};

export const panel: PanelStrings = {
  automatic: 'Answers automatically, at any time',
  waiting: 'Waiting for a person',
  answering: (name) => `${name} is answering`,
  closed: 'This conversation is closed',
  connecting: 'Connecting…',
  lost: 'No connection. What you write is kept and sent once it is back.',
  close: 'Close chat',
  log: 'Conversation',
  you: 'You said',
  said: (name) => `${name} said`,
  earlier: 'Show earlier messages',
  newMessages: (count) => (count === '1' ? '1 new message' : `${count} new messages`),
  latest: 'Go to the latest message',
  today: 'Today',
  yesterday: 'Yesterday',
  typing: (name) => `${name} is typing`,
  handoff: 'Waiting for a person',
  taken: (name) => `${name} has joined`,
  returned: (name) => `${name} answers again`,
  ended: 'The conversation was closed. Write whenever you need us.',
  person: 'Talk to a person',
  askingPerson: 'Asking for a person',
  write: 'Write a message',
  send: 'Send',
  left: (count) => `Room for ${characters(count, ' more')}`,
  over: (count) => `${characters(count)} too long. Shorten it a little, or send it in two parts.`,
  sending: 'Sending…',
  unsent: 'Waiting for the connection',
  sent: 'Sent',
  failed: 'The message could not be delivered.',
  failedAdvice: 'It is kept here. Try again in a moment.',
  again: 'Try again',
  edit: 'Edit',
  dismiss: 'Dismiss',
  noBot: 'This chat has no address',
  noBotAdvice: 'The page was opened without the key of a bot. Copy the snippet from the console again.',
};

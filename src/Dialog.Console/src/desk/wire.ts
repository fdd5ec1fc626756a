import { productBase } from '../base';
import type { Channel, Training } from '../api/types';
import type { DeliveryChange, DeskEvent, DeskItem, Reply } from './types';

export interface Pushes {
  conversation: (item: DeskItem) => void;
  events: (push: { conversation: string; events: DeskEvent[] }) => void;
  typing: (push: { conversation: string }) => void;
  training: (push: { bot: string; training: Training }) => void;
  delivery: (push: DeliveryChange) => void;
  channel: (push: { bot: string; channel: Channel }) => void;
}

/** One live connection to the desk hub. */
export interface Wire {
  invoke: <T>(method: string, argument: object) => Promise<Reply<T>>;
  tell: (method: string, argument: object) => void;
  stop: () => void;
}

export type Connect = (pushes: Pushes, closed: () => void) => Promise<Wire>;

/** SignalR is only loaded when somebody has signed in. WebSockets alone need no sticky sessions. */
export const connectToHub: Connect = async (pushes, closed) => {
  const { HubConnectionBuilder, HttpTransportType, LogLevel } = await import('@microsoft/signalr');
  const connection = new HubConnectionBuilder()
    .withUrl(new URL('hubs/desk', productBase).href, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .configureLogging(LogLevel.None)
    .build();
  connection.on('conversation', pushes.conversation);
  connection.on('events', pushes.events);
  connection.on('typing', pushes.typing);
  connection.on('training', pushes.training);
  connection.on('delivery', pushes.delivery);
  connection.on('channel', pushes.channel);
  connection.onclose(closed);
  await connection.start();
  return {
    invoke: (method, argument) => connection.invoke(method, argument),
    tell: (method, argument) => void connection.send(method, argument).catch(() => undefined),
    stop: () => void connection.stop(),
  };
};

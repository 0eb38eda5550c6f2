import type { Port } from '../../shared/contract/port.ts';
import { type Mailbox, makeMailbox } from './mailbox.ts';

/**
 * Many ports over one pipe: each message bears the number of its channel. Used at both ends of a child process's IPC, where
 * no port can be handed over. Runs in Electron's main process, in the engine, in a reader and under plain Node.
 */
export type ChannelMessage =
  | { readonly kind: 'open'; readonly channel: number; readonly name: string }
  | { readonly kind: 'message'; readonly channel: number; readonly body: unknown }
  | { readonly kind: 'close'; readonly channel: number };

export type Channels = {
  /** Opens a channel; the other end hears of it by `onOpen`. */
  open(name: string): Port;
  onOpen(listener: (name: string, port: Port) => void): void;
  /** Takes what came from the other end. */
  receive(message: ChannelMessage): void;
  /** The pipe is gone, and with it every channel. */
  end(): void;
};

export function makeChannels(send: (message: ChannelMessage) => void): Channels {
  const mailboxes = new Map<number, Mailbox>();
  let lastChannel = 0;
  let ended = false;
  let openListener: ((name: string, port: Port) => void) | undefined;
  let keptOpens: [string, Port][] = [];

  function addPort(channel: number): Port {
    const mailbox = makeMailbox();
    if (ended) mailbox.end();
    else mailboxes.set(channel, mailbox);
    return {
      post: (body) => {
        if (mailboxes.has(channel)) send({ kind: 'message', channel, body });
      },
      onMessage: mailbox.onMessage,
      onClose: mailbox.onClose,
      close: () => {
        if (mailboxes.delete(channel)) send({ kind: 'close', channel });
      },
    };
  }

  return {
    open(name) {
      lastChannel += 1;
      if (!ended) send({ kind: 'open', channel: lastChannel, name });
      return addPort(lastChannel);
    },
    onOpen(listener) {
      openListener = listener;
      const waiting = keptOpens;
      keptOpens = [];
      for (const [name, port] of waiting) listener(name, port);
    },
    receive(message) {
      const mailbox = mailboxes.get(message.channel);
      switch (message.kind) {
        case 'open': {
          const port = addPort(message.channel);
          if (openListener === undefined) keptOpens.push([message.name, port]);
          else openListener(message.name, port);
          return;
        }
        case 'message':
          mailbox?.deliver(message.body);
          return;
        case 'close':
          mailboxes.delete(message.channel);
          mailbox?.end();
      }
    },
    end() {
      ended = true;
      const all = [...mailboxes.values()];
      mailboxes.clear();
      for (const mailbox of all) mailbox.end();
    },
  };
}

import type { MessagePortMain } from 'electron';
import type { Port } from '../../shared/contract/port.ts';
import { makeMailbox } from './mailbox.ts';

/** Electron's MessagePortMain as our Port. Runs in Electron's main process and in its utility processes. */
export function electronPort(port: MessagePortMain): Port {
  const mailbox = makeMailbox();
  port.on('message', (event) => mailbox.deliver(event.data));
  port.on('close', mailbox.end);
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onMessage: mailbox.onMessage,
    onClose: mailbox.onClose,
    close: () => port.close(),
  };
}

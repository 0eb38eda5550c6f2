import type { MessagePort } from 'node:worker_threads';
import type { Port } from '../../shared/contract/port.ts';
import { makeMailbox } from './mailbox.ts';

/** Node's MessagePort as our Port: tests and the command line join engine and screen by it. Runs under plain Node. */
export function nodePort(port: MessagePort): Port {
  const mailbox = makeMailbox();
  port.on('message', mailbox.deliver);
  port.on('close', mailbox.end);
  return {
    post: (message) => port.postMessage(message),
    onMessage: mailbox.onMessage,
    onClose: mailbox.onClose,
    close: () => port.close(),
  };
}

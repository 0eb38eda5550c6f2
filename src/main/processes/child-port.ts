import type { MessagePortMain } from 'electron';
import type { Port } from '../../shared/contract/port.ts';
import { fromText, toText, wantsText } from './bytes-as-text.ts';
import { type ChannelMessage, makeChannels } from './channels.ts';
import type { ChildOrder, ChildSettings } from './child.ts';
import { electronPort } from './electron-port.ts';

/**
 * The child's side of its parent: settings at the start, then ports by name. Runs in the engine and in a reader, as Electron's
 * utility process or as a process of plain Node. A child whose parent has gone ends itself, so that nothing is left behind.
 */
export type Start = {
  readonly settings: ChildSettings;
  onPort(listener: (name: string, port: Port) => void): void;
  /** Called when the parent asks for an end in good order; the process ends when the promise is kept. */
  onStop(listener: () => Promise<void>): void;
};

export function receiveStart(): Promise<Start> {
  const parentPort = (process as { parentPort?: ParentPort }).parentPort;
  return parentPort === undefined ? receiveFromNode() : receiveFromElectron(parentPort);
}

/** The part of Electron's `process.parentPort` that we use; Node's own types do not know it. */
type ParentPort = {
  on(event: 'message', listener: (event: { data: unknown; ports: MessagePortMain[] }) => void): unknown;
};

function receiveFromElectron(parentPort: ParentPort): Promise<Start> {
  return new Promise((resolve) => {
    const stopping = makeStopping();
    let portListener: ((name: string, port: Port) => void) | undefined;
    let kept: [string, Port][] = [];
    const onPort: Start['onPort'] = (listener) => {
      portListener = listener;
      const waiting = kept;
      kept = [];
      for (const [name, port] of waiting) listener(name, port);
    };

    parentPort.on('message', ({ data, ports }) => {
      const message = data as ChildOrder | { kind: 'open'; name: string };
      if (message.kind === 'start') resolve({ settings: message.settings, onPort, onStop: stopping.onStop });
      if (message.kind === 'stop') stopping.stop();
      const [port] = ports;
      if (message.kind !== 'open' || port === undefined) return;
      if (portListener === undefined) kept.push([message.name, electronPort(port)]);
      else portListener(message.name, electronPort(port));
    });
  });
}

function receiveFromNode(): Promise<Start> {
  return new Promise((resolve) => {
    const stopping = makeStopping();
    const asText = process.env[wantsText] !== undefined;
    const channels = makeChannels((message) => {
      if (process.connected) process.send?.(asText ? toText(message) : message, undefined, undefined, () => {});
    });
    process.on('message', (raw) => {
      const message = (asText ? fromText(raw) : raw) as ChildOrder | ChannelMessage;
      if (message.kind === 'start') resolve({ settings: message.settings, onPort: channels.onOpen, onStop: stopping.onStop });
      else if (message.kind === 'stop') stopping.stop();
      else channels.receive(message);
    });
    process.on('disconnect', () => process.exit(0));
  });
}

function makeStopping() {
  let listener: () => Promise<void> = async () => {};
  return {
    onStop: (next: () => Promise<void>) => {
      listener = next;
    },
    stop: () => {
      listener().then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    },
  };
}

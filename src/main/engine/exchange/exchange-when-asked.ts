import type { EngineParts } from '../engine-parts.ts';
import type { Exchange } from './start-exchange.ts';

/** The exchange of files, opened when somebody first asks for it: its libraries are not read at every start. */
export function exchangeWhenAsked(parts: EngineParts) {
  let opened: Promise<Exchange> | undefined;
  async function start(): Promise<Exchange> {
    const { startExchange } = await import('./start-exchange.ts');
    const { openRegisterDoor } = await import('./open-register-door.ts');
    return startExchange({
      workspace: parts.workspace,
      door: openRegisterDoor(parts),
      clock: parts.clock,
      onProgress: (job) => parts.notify({ kind: 'exchange', job }),
    });
  }
  return {
    open: (): Promise<Exchange> => {
      opened ??= start();
      return opened;
    },
    stop: async (): Promise<void> => (await opened)?.stop(),
  };
}

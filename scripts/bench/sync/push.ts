import { askFor } from '../../../src/main/engine/sync/http-requests.ts';
import { pushAnswer } from '../../../src/shared/contract/wire.ts';
import type { Envelope } from '../../../src/shared/run/store.ts';
import type { Device } from './stage.ts';

const inOnePush = 100;

/** Sends the commands of a device as a workstation does, a hundred at a time. Throws when one is refused. */
export async function push(address: string, { token, keepers }: Device, envelopes: readonly Envelope[]): Promise<void> {
  for (let first = 0; first < envelopes.length; first += inOnePush) {
    const commands = envelopes
      .slice(first, first + inOnePush)
      .map(({ device: _, session, ...command }) => ({ ...command, ...(session !== undefined && { session: keepers }) }));
    const { answers } = await askFor(pushAnswer, address, '/v1/commands', {
      method: 'POST',
      token,
      body: { epoch: null, commands },
    });
    const accepted = answers.filter(({ outcome }) => outcome.kind === 'accepted').length;
    if (accepted < commands.length)
      throw new Error(`${commands.length - accepted} of ${commands.length} pushed commands were refused`);
  }
}

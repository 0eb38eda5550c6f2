import type { SupplierInvoiceId } from '../../shared/base/ids.ts';
import type { Command } from '../../shared/run/command.ts';
import { commands, isCommandName } from '../../shared/run/commands/index.ts';
import type { Rejection, Store } from '../../shared/run/store.ts';

type AnyCommand = Command<unknown, unknown, Rejection>;

const commandNamed = (name: string): AnyCommand | undefined => (isCommandName(name) ? (commands[name] as never) : undefined); // one of many types

/** The form of today of a command's input. */
export const versionOf = (name: string): number => commandNamed(name)?.version ?? 1;

/** Only the server decides it, and it is not said to be done before. */
export const isOnline = (name: string): boolean => commandNamed(name)?.class === 'online';

/** The program does it behind a clerk's back: nobody has to deal with a refusal. */
export const isBackground = (name: string): boolean => commandNamed(name)?.background === true;

/** The invoice on which a command decides, where a lease may stand in the way. */
export function leasedBy(name: string, input: unknown): SupplierInvoiceId | undefined {
  const command = commandNamed(name);
  const parsed = command?.leaseOn === undefined ? undefined : command.input.safeParse(input);
  return parsed?.success === true ? command?.leaseOn?.(parsed.data) : undefined;
}

/** The token of the lease that a person holds on the invoice from this device; null without one. */
export async function leaseTokenFor(
  store: Store,
  {
    name,
    input,
    actor,
    device,
  }: { readonly name: string; readonly input: unknown; readonly actor: string; readonly device: string },
): Promise<number | null> {
  const invoiceId = leasedBy(name, input);
  const lease = invoiceId === undefined ? undefined : await store.get('lease', invoiceId);
  return lease !== undefined && lease.holder === actor && lease.device === device && lease.untilMs > 0 ? lease.token : null;
}

import type { z } from 'zod';
import type { Day } from '../base/day.ts';
import type { PersonId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { AccessEvent, Permission } from '../domain/access/index.ts';
import type { SourceFileEvent } from '../domain/intake/index.ts';
import type { SupplierInvoiceEvent } from '../domain/supplier-invoices/index.ts';
import type { SupplierEvent } from '../domain/suppliers/index.ts';
import type { Store } from './store.ts';

/** Who does it and when; all that a rule may know besides facts and input. */
export type Context = { readonly actor: PersonId; readonly atMs: number; readonly today: Day };

/** All that can happen. `on` and `id` name the row that changes. */
export type DomainEvent = AccessEvent | SupplierEvent | SourceFileEvent | SupplierInvoiceEvent;

/** Where a command may be decided while the server is out of reach. */
export type CommandClass = 'local' | 'provisional' | 'online';

/**
 * One line in the table of commands: its input (parsed on arrival), what one must be allowed to do, where it may be decided,
 * what the rule needs to know, and the rule.
 */
export type Command<Input, Facts, Error extends { readonly code: string }> = {
  readonly input: z.ZodType<Input>;
  /** Null: for anyone, in an empty workspace. */
  readonly permission: Permission | null;
  readonly class: CommandClass;
  readonly load: (store: Store, input: Input, ctx: Context) => Promise<Facts>;
  readonly decide: (facts: Facts, input: Input, ctx: Context) => Result<readonly DomainEvent[], Error>;
};

export const command = <Input, Facts, Error extends { readonly code: string }>(
  definition: Command<Input, Facts, Error>,
): Command<Input, Facts, Error> => definition;

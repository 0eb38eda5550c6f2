import type { z } from 'zod';
import type { Day } from '../base/day.ts';
import type { PersonId, SupplierInvoiceId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { AccessEvent, Permission, Scopes } from '../domain/access/index.ts';
import type { ArticleEvent } from '../domain/articles/index.ts';
import type { CalendarEvent } from '../domain/calendar/index.ts';
import type { CallNoteEvent, CallReasonEvent } from '../domain/call-notes/index.ts';
import type { CustomerEvent, CustomerExternalIdEvent } from '../domain/customers/index.ts';
import type { SourceFileEvent } from '../domain/intake/index.ts';
import type { LearnedRuleEvent } from '../domain/learned-rules/index.ts';
import type { RegisterChangeEvent } from '../domain/register-changes/index.ts';
import type { DismissedTwinsEvent } from '../domain/register-twins/index.ts';
import type { ControlFindingEvent, ControlVerdictEvent, WarningListEvent } from '../domain/supplier-control/index.ts';
import type { SupplierInvoiceEvent } from '../domain/supplier-invoices/index.ts';
import type { SupplierEvent } from '../domain/suppliers/index.ts';
import type { LeaseEvent, SavedViewEvent } from '../domain/work-queue/index.ts';
import type { Store } from './store.ts';

/** Who does it, where and when, and what that person may see; all that a rule may know besides facts and input. */
export type Context = {
  readonly actor: PersonId;
  readonly device: string;
  readonly atMs: number;
  readonly today: Day;
  /** A rejection shows nothing of a row outside these. */
  readonly scopes: Scopes;
};

/** All that can happen. `on` and `id` name the row that changes. */
export type DomainEvent =
  | AccessEvent
  | SupplierEvent
  | RegisterChangeEvent
  | CustomerEvent
  | CustomerExternalIdEvent
  | ArticleEvent
  | SourceFileEvent
  | SupplierInvoiceEvent
  | LearnedRuleEvent
  | DismissedTwinsEvent
  | CalendarEvent
  | CallNoteEvent
  | CallReasonEvent
  | SavedViewEvent
  | LeaseEvent
  | ControlVerdictEvent
  | ControlFindingEvent
  | WarningListEvent;

/** Where a command may be decided while the server is out of reach. */
export type CommandClass = 'local' | 'provisional' | 'online';

/** What four eyes go by: what is asked for and by whom, who rang about it, who decided. */
type FourEyesEvent = Extract<DomainEvent, { readonly on: 'registerChange' | 'roleChange' }>;

/**
 * One line in the table of commands: its input (parsed on arrival), what one must be allowed to do, where it may be decided,
 * what the rule needs to know, and the rule.
 */
export type Command<Input, Facts, Error extends { readonly code: string }> = {
  readonly input: z.ZodType<Input>;
  /** Null: for anyone, in an empty workspace. */
  readonly permission: Permission | null;
  /** The form of the input; 1 where it is not said. When the form changes it grows, and `upcasts` keeps the way from each older one. */
  readonly version?: number;
  /** From version n to n + 1. None is removed while an outbox or a log can hold it. */
  readonly upcasts?: { readonly [version: number]: (input: unknown) => unknown };
  /** The invoice that the command decides on: somebody else's lease of it stands in the way. */
  readonly leaseOn?: (input: Input) => SupplierInvoiceId;
  /** True: the program does it behind a clerk's back, and nobody has to deal with a refusal. */
  readonly background?: boolean;
  readonly load: (store: Store, input: Input, ctx: Context) => Promise<Facts>;
} & (
  | {
      /**
       * At a server it counts only with the open session of the very person in whose name it comes. What is asked for and decided by four eyes,
       * and what they go by; who may do what; what is uncovered.
       */
      readonly ownSession: true;
      readonly class: 'online';
      readonly decide: (facts: Facts, input: Input, ctx: Context) => Result<readonly DomainEvent[], Error>;
    }
  | {
      /** All else may be done without a network, and counts when its author has ever signed in on the device: it says nothing that four eyes go by. */
      readonly ownSession?: never;
      readonly class: CommandClass;
      readonly decide: (
        facts: Facts,
        input: Input,
        ctx: Context,
      ) => Result<readonly Exclude<DomainEvent, FourEyesEvent>[], Error>;
    }
);

export const command = <Input, Facts, Error extends { readonly code: string }>(
  definition: Command<Input, Facts, Error>,
): Command<Input, Facts, Error> => definition;

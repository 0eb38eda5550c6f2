import type { z } from 'zod';
import type { LeaseRefusal } from '../../domain/work-queue/index.ts';
import type { Command } from '../command.ts';
import { accessCommands } from './access.ts';
import { articleCommands } from './articles.ts';
import { calendarCommands } from './calendar.ts';
import { callNoteCommands } from './call-notes.ts';
import { customerCommands } from './customers.ts';
import { intakeCommands } from './intake.ts';
import { invoiceFaultCommands } from './invoice-faults.ts';
import { learnedRuleCommands } from './learned-rules.ts';
import { leaseCommands } from './leases.ts';
import { registerChangeCommands } from './register-changes.ts';
import { registerExchangeCommands } from './register-exchange.ts';
import { registerTwinCommands } from './register-twins.ts';
import { supplierControlCommands } from './supplier-control.ts';
import { supplierInvoiceCommands } from './supplier-invoices.ts';
import { supplierCommands } from './suppliers.ts';
import { workQueueCommands } from './work-queue.ts';

/** Every command of the program: what a clerk (or the program itself) can want. */
export const commands = {
  ...accessCommands,
  ...intakeCommands,
  ...supplierCommands,
  ...customerCommands,
  ...articleCommands,
  ...registerChangeCommands,
  ...registerExchangeCommands,
  ...registerTwinCommands,
  ...supplierInvoiceCommands,
  ...invoiceFaultCommands,
  ...supplierControlCommands,
  ...learnedRuleCommands,
  ...leaseCommands,
  ...calendarCommands,
  ...callNoteCommands,
  ...workQueueCommands,
};

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type InputOf<Name extends CommandName> = z.output<Commands[Name]['input']>;
type OwnRejection<C> = C extends Command<infer _I, infer _F, infer Error> ? Error : never;

/** What any command can be rejected for, besides its own rule. */
export type AnyRejection =
  | { readonly code: 'malformed' }
  | { readonly code: 'forbidden' }
  | { readonly code: 'not-unique' }
  /** It counts only with the person's own open session: see `Command.ownSession`. */
  | { readonly code: 'session-needed' }
  | LeaseRefusal;
export type RejectionOf<Name extends CommandName> = OwnRejection<Commands[Name]> | AnyRejection;

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);

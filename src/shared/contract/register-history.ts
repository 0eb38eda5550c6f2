import { z } from 'zod';
import { asId, type CommandId, type EventId } from '../base/ids.ts';
import type { PaymentNumber, Supplier } from '../domain/suppliers/index.ts';
import { daySchema, id, words } from '../run/schemas.ts';
import { takes } from './called.ts';

/** A line of a register row's history: what happened to it, to its payment numbers, or to what was asked for. */
export type RegisterHistoryLine = {
  readonly eventId: EventId;
  readonly commandId: CommandId;
  /** `supplier`, `paymentNumber` or `registerChange`: a change's own lines say who asked for it, why, by what proof, and who decided. */
  readonly subject: string;
  readonly subjectId: string;
  readonly type: string;
  /** The whole event; persons' numbers in it are covered for those who may not see them. */
  readonly event: { readonly [fact: string]: unknown };
  readonly actorName: string;
  readonly atMs: number;
};

export type SupplierThen = { readonly supplier: Supplier; readonly paymentNumbers: readonly PaymentNumber[] };

/** Registers whose rows' lives may be looked at, and lived through again. */
export const historicRegisters = ['supplier'] as const;

const row = { register: z.enum(historicRegisters), id: id<'supplier'>() };
const eventId = words(60).transform((text): EventId => asId(text));

export const historyQueries = {
  /** What happened to a row of a register, newest first. `before`: the last line that has been seen. */
  'registers/history': takes(z.object({ ...row, before: eventId.nullable(), limit: z.int().min(1).max(500) })).gives<
    readonly RegisterHistoryLine[]
  >(),
  /** A row as it stood when a day in Sweden had ended; null: it was not there yet. */
  'registers/as-of': takes(z.object({ ...row, day: daySchema })).gives<SupplierThen | null>(),
};

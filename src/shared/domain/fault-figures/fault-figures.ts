import type { Day } from '../../base/day.ts';
import type { CommandId, SupplierId } from '../../base/ids.ts';
import type { FiscalPeriod } from '../calendar/index.ts';
import type { Channel } from '../intake/index.ts';
import type { FaultReason } from '../supplier-invoices/index.ts';

/** How an invoice came, as faults are told apart: by its channel, and whether as data or as a picture. */
export type CameAs = { readonly channel: Channel; readonly isEInvoice: boolean };

/** What the history tells of a fault: that one was noted, that it was settled (`reason` null), or that either was taken back. */
export type NotedFault = CameAs & {
  readonly commandId: CommandId;
  readonly undoes: CommandId | null;
  readonly day: Day;
  readonly reason: FaultReason | null;
  readonly supplierId: SupplierId | null;
  readonly supplierName: string | null;
};

/** A file of which no invoice came, by the day it came; `reason` is why it could not be read. */
export type RefusedFile = CameAs & { readonly day: Day; readonly reason: string };
/** How many invoices came in that way in the period. */
export type Arrived = CameAs & { readonly count: number };

type Counted = { readonly count: number };
export type FaultFigures = {
  readonly total: number;
  readonly byReason: readonly (Counted & { readonly reason: FaultReason })[];
  /** Files that could not be read, which are counted by themselves: no invoice came of them. */
  readonly files: readonly (Counted & { readonly reason: string })[];
  readonly byWay: readonly (CameAs & Counted & { readonly files: number; readonly arrived: number })[];
  /** Those with the most, each with the reason that it has most often. */
  readonly bySupplier: readonly (Counted & {
    readonly supplierId: SupplierId | null;
    readonly name: string;
    readonly oftenest: FaultReason;
  })[];
  readonly supplierCount: number;
  /** Each month of the trend, the earliest first, as 2026-11. */
  readonly byMonth: readonly (Counted & { readonly month: string; readonly files: number })[];
};

/** Suppliers that are told of by name; a clerk writes to no more of them at a time. */
const mostSuppliers = 50;

/**
 * Faults on invoices by reason, supplier and way, and month by month. What is counted is that a fault was noted, on the day that it was: one
 * that was settled since is counted, one that was taken back is not. `noted` is in the order in which it happened.
 * Source: docs/adr/0023; the service is judged by how many incoming invoices are faulty.
 */
export function faultFigures(
  noted: readonly NotedFault[],
  refused: readonly RefusedFile[],
  arrived: readonly Arrived[],
  { fromDay, throughDay }: FiscalPeriod,
  months: readonly string[],
): FaultFigures {
  const standing = standingFaults(noted);
  const within = ({ day }: { readonly day: Day }): boolean => day >= fromDay && day <= throughDay;
  const faults = standing.filter(within);
  const files = refused.filter(within);
  const suppliers = counted(faults, ({ supplierId, supplierName }) => supplierId ?? supplierName ?? '');
  return {
    total: faults.length,
    byReason: counted(faults, ({ reason }) => reason).map(({ key, of }) => ({ reason: key, count: of.length })),
    files: counted(files, ({ reason }) => reason).map(({ key, of }) => ({ reason: key, count: of.length })),
    byWay: counted([...faults, ...files, ...arrived], wayOf).map(({ key, of: [first] }) => ({
      channel: first.channel,
      isEInvoice: first.isEInvoice,
      count: faults.filter((one) => wayOf(one) === key).length,
      files: files.filter((one) => wayOf(one) === key).length,
      arrived: arrived.find((one) => wayOf(one) === key)?.count ?? 0,
    })),
    bySupplier: suppliers.slice(0, mostSuppliers).map(({ of }) => ({
      supplierId: of[0].supplierId,
      name: of[0].supplierName ?? '',
      count: of.length,
      oftenest: counted(of, ({ reason }) => reason)[0]?.key ?? of[0].reason,
    })),
    supplierCount: suppliers.length,
    byMonth: months.map((month) => ({
      month,
      count: standing.filter(({ day }) => day.startsWith(month)).length,
      files: refused.filter(({ day }) => day.startsWith(month)).length,
    })),
  };
}

type StandingFault = NotedFault & { readonly reason: FaultReason };

/** What was noted and stands: whether an undoing counts depends on what came after it, so the last is judged first. */
function standingFaults(noted: readonly NotedFault[]): readonly StandingFault[] {
  const takenBack = new Set<CommandId>();
  for (const { commandId, undoes } of noted.toReversed()) if (undoes !== null && !takenBack.has(commandId)) takenBack.add(undoes);
  return noted.filter((one): one is StandingFault => one.reason !== null && one.undoes === null && !takenBack.has(one.commandId));
}

const wayOf = ({ channel, isEInvoice }: CameAs): string => `${channel} ${isEInvoice}`;

/** Grouped by a key, the most first. */
function counted<One, Key extends string>(
  all: readonly One[],
  keyOf: (one: One) => Key,
): readonly { readonly key: Key; readonly of: readonly [One, ...One[]] }[] {
  const groups = new Map<Key, [One, ...One[]]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups].map(([key, of]) => ({ key, of })).sort((one, other) => other.of.length - one.of.length);
}

/** The twelve months up to and with the one that a day is in, the earliest first. */
export function monthsUpTo(day: Day): readonly string[] {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: 12 }, (_, place) => last - 11 + place).map(
    (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
}

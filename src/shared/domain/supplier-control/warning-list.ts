import type { Day } from '../../base/day.ts';
import type { Id } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { nameKey } from './invoice-trace.ts';

/** A company on a warning list (varningslista): who invoices for what nobody ordered. Kept when it is lifted, with the day. */
export type WarningListEntry = {
  readonly id: Id<'warningListEntry'>;
  readonly rev: number;
  /** The list's name, and who keeps it. */
  readonly list: string;
  readonly source: string;
  readonly name: string;
  /** 10 digits. */
  readonly organisationNumber?: string;
  readonly bankgiro?: string;
  readonly plusgiro?: string;
  /** Of the editions that it stood in, the first and the last. */
  readonly firstOn: Day;
  readonly seenOn: Day;
  readonly liftedOn?: Day;
};

/** One line of an edition, in normal form, with the id that it gets if it is new. */
export type WarningLine = Pick<WarningListEntry, 'id' | 'name'> & {
  readonly organisationNumber: string | null;
  readonly bankgiro: string | null;
  readonly plusgiro: string | null;
};

type On<Type extends string> = { readonly on: 'warningListEntry'; readonly id: WarningListEntry['id']; readonly type: Type };
export type WarningListEvent =
  | (On<'warning-listed'> & { readonly entry: Omit<WarningListEntry, 'id' | 'rev'> })
  | (On<'warning-confirmed'> & { readonly seenOn: Day })
  | (On<'warning-lifted'> & { readonly liftedOn: Day });

export type ImportWarningList = {
  readonly list: string;
  readonly source: string;
  readonly asOf: Day;
  readonly lines: readonly WarningLine[];
};
export type ImportRejection =
  /** An edition without lines is a broken file: it would lift every warning. */
  | { readonly code: 'empty-list' }
  | { readonly code: 'older-edition'; readonly seenOn: Day }
  /** More than half of those that are known would be lifted: a person has to take the list in two steps, or see to the file. */
  | { readonly code: 'list-too-short'; readonly known: number; readonly lines: number };

/**
 * Takes in a new edition of a warning list: who is new is listed, who is left out is lifted. The same edition twice changes nothing.
 *
 * Source: docs/rules.md, control of suppliers.
 */
export function decideWarningListImport(
  known: readonly WarningListEntry[],
  { list, source, asOf, lines }: ImportWarningList,
): Result<readonly WarningListEvent[], ImportRejection> {
  if (lines.length === 0) return err({ code: 'empty-list' });
  const inForce = known.filter(({ liftedOn }) => liftedOn === undefined);
  const seenOn = known
    .map((entry) => entry.seenOn)
    .sort()
    .at(-1);
  if (seenOn !== undefined && asOf < seenOn) return err({ code: 'older-edition', seenOn });
  const stays = new Map(inForce.map((entry) => [keyOf(entry), entry]));
  const events: WarningListEvent[] = [];
  const met = new Set<string>();
  for (const { id, name, ...numbers } of lines) {
    const key = keyOf({ name, ...numbers });
    if (met.has(key)) continue;
    met.add(key);
    const before = stays.get(key);
    stays.delete(key);
    if (before === undefined) {
      const entry = { list, source, name, firstOn: asOf, seenOn: asOf, ...said(numbers) };
      events.push({ on: 'warningListEntry', id, type: 'warning-listed', entry });
    } else if (before.seenOn < asOf) {
      events.push({ on: 'warningListEntry', id: before.id, type: 'warning-confirmed', seenOn: asOf });
    }
  }
  if (stays.size > 10 && stays.size * 2 > inForce.length)
    return err({ code: 'list-too-short', known: inForce.length, lines: lines.length });
  for (const { id } of stays.values()) events.push({ on: 'warningListEntry', id, type: 'warning-lifted', liftedOn: asOf });
  return ok(events);
}

type Numbers = Pick<WarningLine, 'organisationNumber' | 'bankgiro' | 'plusgiro'>;

const said = ({ organisationNumber, bankgiro, plusgiro }: Numbers) => ({
  ...(organisationNumber !== null && { organisationNumber }),
  ...(bankgiro !== null && { bankgiro }),
  ...(plusgiro !== null && { plusgiro }),
});

const keyOf = (of: { readonly name: string } & { readonly [Name in keyof Numbers]?: string | null }): string =>
  [nameKey(of.name), of.organisationNumber ?? '', of.bankgiro ?? '', of.plusgiro ?? ''].join('|');

export function evolveWarningListEntry(before: WarningListEntry | undefined, event: WarningListEvent): WarningListEntry {
  const rev = (before?.rev ?? 0) + 1;
  if (event.type === 'warning-listed') return { id: event.id, rev, ...event.entry };
  if (before === undefined) throw new Error('an entry is listed before anything else happens to it');
  return event.type === 'warning-confirmed'
    ? { ...before, rev, seenOn: event.seenOn }
    : { ...before, rev, liftedOn: event.liftedOn };
}

/** Why an entry is held against a supplier or an invoice; a name alone proves little. */
export type WarningHit = { readonly entry: WarningListEntry; readonly by: 'organisation-number' | 'payment-number' | 'name' };

export type Suspect = {
  readonly names: readonly string[];
  readonly organisationNumbers: readonly string[];
  readonly bankgiros: readonly string[];
  readonly plusgiros: readonly string[];
};

/** The entries in force that fit, the strongest ground first. */
export function warningHits(suspect: Suspect, entries: readonly WarningListEntry[]): readonly WarningHit[] {
  const names = suspect.names.map(nameKey).filter((name) => name !== '');
  const hits = entries.flatMap((entry): WarningHit[] => {
    const { organisationNumber = '', bankgiro = '', plusgiro = '', liftedOn } = entry;
    if (liftedOn !== undefined) return [];
    if (suspect.organisationNumbers.includes(organisationNumber)) return [{ entry, by: 'organisation-number' }];
    if (suspect.bankgiros.includes(bankgiro) || suspect.plusgiros.includes(plusgiro)) return [{ entry, by: 'payment-number' }];
    return names.includes(nameKey(entry.name)) ? [{ entry, by: 'name' }] : [];
  });
  const grounds: readonly WarningHit['by'][] = ['organisation-number', 'payment-number', 'name'];
  return hits.sort((a, b) => grounds.indexOf(a.by) - grounds.indexOf(b.by));
}

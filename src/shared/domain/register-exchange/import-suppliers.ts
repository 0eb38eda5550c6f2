import type { Day } from '../../base/day.ts';
import { asId, type PersonId, type SupplierId } from '../../base/ids.ts';
import { ok, type Result } from '../../base/result.ts';
import { type ChangeSource, changeRequested, type RegisterChangeEvent, type WantedChange } from '../register-changes/index.ts';
import {
  normalChannel,
  type PaymentNumber,
  plainFacts,
  type Supplier,
  type SupplierEvent,
  type SupplierExternalId,
  type SupplierFacts,
} from '../suppliers/index.ts';
import { type Import, type ImportRejection, judgeImported } from './import-rows.ts';
import { type JudgedRow, type KnownAs, knownOf, type RowFacts } from './judged-row.ts';
import { mergeAddresses, mergeContacts } from './merge-lists.ts';
import { channelFields, channelOf } from './misfits.ts';
import { wantedBy } from './wanted-changes.ts';

/** A supplier as whoever takes in a file's row needs it. */
export type KnownSupplier = {
  readonly supplier: Supplier;
  readonly numbers: readonly PaymentNumber[];
  /** What it is called in the file's system, now or once. */
  readonly externalId: SupplierExternalId | undefined;
};
export type SupplierRowFacts = RowFacts<KnownAs<KnownSupplier>>;

type Written = SupplierEvent | RegisterChangeEvent;
type Hand = { readonly by: PersonId; readonly atMs: number };

/**
 * Takes rows of a file into the supplier register: new ones are registered, plain facts are changed, and what money hangs on is asked for in
 * the importer's name, so that a second person decides: nobody gets around that with a file.
 */
export function decideSupplierImport(
  facts: readonly SupplierRowFacts[],
  { rows, importId, fileName, system }: Import,
  { by, atMs }: Hand,
): Result<readonly Written[], ImportRejection> {
  const judged = judgeImported('suppliers', rows, facts);
  if (!judged.ok) return judged;
  const source: ChangeSource = { kind: 'import', note: fileName, invoiceId: null, importId };
  return ok(
    judged.value.flatMap((row, place) => {
      const ids = [...(rows[place]?.ids ?? [])];
      const next = (): string => ids.shift() ?? '';
      const own = next();
      const found = facts[place];
      const known = found === undefined ? undefined : knownOf(found);
      if (row.verdict === 'unchanged') return [];
      const id = asId<'supplier'>(row.id ?? row.record.id ?? own);
      const ring = found?.importerSetPhone === true ? undefined : known?.record.phone;
      const asks = (wanted: (id: string) => WantedChange): RegisterChangeEvent => {
        const changeId = next();
        const reason = row.id === null ? 'new-supplier' : 'import';
        return changeRequested(asId(changeId), { supplierId: id, wanted: wanted(changeId), reason, source, ring }, by, atMs);
      };
      return [
        ...(row.id === null ? [registered(row, id)] : changed(row, id, known?.row.supplier)),
        ...protectedBy(row, id, by),
        ...calledElsewhere(row, { supplierId: id, system, known: known?.row.externalId, next }),
        ...row.changes.filter(({ sensitive }) => sensitive).flatMap((change) => wantedBy(change, known?.row).map(asks)),
      ];
    }),
  );
}

function registered({ record }: JudgedRow, id: SupplierId): SupplierEvent {
  const { name = '', organisationNumber, paymentDays, endedOn } = record;
  return {
    ...{ on: 'supplier', id, type: 'supplier-registered', ...plainOf(record), name },
    ...(organisationNumber !== undefined && { organisationNumber }),
    ...(paymentDays !== undefined && { paymentDays: Number(paymentDays) }),
    ...(endedOn !== undefined && { endedOn: endedOn as Day }), // parsed as one
    ...furtherFacts(record, Object.keys(record), undefined),
  };
}

type PlainTexts = { [Name in Exclude<(typeof plainFacts)[number], 'name'>]?: string };
function plainOf(record: JudgedRow['record']): PlainTexts {
  const plain: PlainTexts = {};
  for (const name of plainFacts) if (name !== 'name' && record[name] !== undefined) plain[name] = record[name];
  return plain;
}

function changed({ record, changes }: JudgedRow, id: SupplierId, supplier: Supplier | undefined): readonly SupplierEvent[] {
  const events: SupplierEvent[] = [];
  const fields = changes.map(({ field }) => field);
  const plain = plainFacts.flatMap((name) => changes.filter(({ field }) => field === name));
  const facts: SupplierFacts = {
    ...Object.fromEntries(plain.map(({ field, after }) => [field, after])),
    ...furtherFacts(record, fields, supplier),
  };
  if (Object.keys(facts).length > 0) events.push({ on: 'supplier', id, type: 'supplier-facts-changed', facts });
  const end = changes.find(({ field }) => field === 'endedOn');
  if (end !== undefined) events.push({ on: 'supplier', id, type: 'supplier-ended', endedOn: end.after as Day }); // parsed as one
  return events;
}

/** What is known in more than one text, of those `fields` that the file changes. */
function furtherFacts(record: JudgedRow['record'], fields: readonly string[], supplier: Supplier | undefined) {
  const said = channelFields.some((field) => fields.includes(field))
    ? channelOf({ ...channelRecord(supplier), ...record })
    : undefined;
  const channel = said === undefined ? undefined : normalChannel(said);
  return {
    ...(fields.includes('addresses') && { addresses: mergeAddresses(supplier?.addresses ?? [], record) }),
    ...(fields.includes('contacts') && { contacts: mergeContacts(supplier?.contacts ?? [], record) }),
    ...(channel?.ok === true && { eInvoice: channel.value }),
  };
}

/** The e-invoice channel as files have it. */
export function channelRecord(supplier: Pick<Supplier, 'eInvoice'> | undefined): { readonly [field: string]: string } {
  const { eInvoice } = supplier ?? {};
  if (eInvoice === undefined) return {};
  const { channel, address, status, testedOn, testResult, liveOn } = eInvoice;
  return {
    ...{ channel, channelStatus: status },
    ...(address !== '' && { channelAddress: address }),
    ...(testedOn !== undefined && { channelTestedOn: testedOn }),
    ...(testResult !== undefined && { channelTestResult: testResult }),
    ...(liveOn !== undefined && { channelLiveOn: liveOn }),
  };
}

const protectedBy = ({ changes }: JudgedRow, id: SupplierId, by: PersonId): readonly SupplierEvent[] =>
  changes.some(({ field }) => field === 'isProtected') ? [{ on: 'supplier', id, type: 'identity-protected', by }] : [];

type Called = {
  readonly supplierId: SupplierId;
  readonly system: string | null;
  readonly known: SupplierExternalId | undefined;
  readonly next: () => string;
};

/** What the file's system calls the supplier. */
function calledElsewhere({ changes }: JudgedRow, { supplierId, system, known, next }: Called): readonly SupplierEvent[] {
  const externalId = changes.find(({ field }) => field === 'externalId')?.after;
  if (externalId === undefined || system === null) return [];
  const on = 'supplierExternalId';
  return known === undefined
    ? [{ on, id: asId(next()), type: 'external-id-given', supplierId, system, externalId }]
    : [{ on, id: known.id, type: 'external-id-changed', system, externalId }];
}

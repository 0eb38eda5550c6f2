import type { Day } from '../../base/day.ts';
import { asId, type PersonId, type SupplierId } from '../../base/ids.ts';
import { ok, type Result } from '../../base/result.ts';
import { type ChangeSource, changeRequested, type RegisterChangeEvent, type WantedChange } from '../register-changes/index.ts';
import { paymentNumberKinds, plainFacts, type SupplierEvent } from '../suppliers/index.ts';
import { type ExchangeRecord, splitSeveral } from './exchange-field.ts';
import { type ImportedRow, type ImportRejection, judgeImported } from './import-rows.ts';
import type { FieldChange, JudgedRow, RowFacts } from './judge-row.ts';

type Import = { readonly rows: readonly ImportedRow[]; readonly fileName: string };
type Written = SupplierEvent | RegisterChangeEvent;
type Asks = (supplierId: SupplierId, wanted: (id: string) => WantedChange, ring: string | undefined) => RegisterChangeEvent;

/**
 * Takes rows of a file into the supplier register: new ones are registered, plain facts are changed, and what money hangs on is asked for in
 * the importer's name, so that a second person decides: nobody gets around that with a file.
 */
export function decideSupplierImport(
  facts: readonly RowFacts[],
  { rows, fileName }: Import,
  by: PersonId,
  atMs: number,
): Result<readonly Written[], ImportRejection> {
  const judged = judgeImported('suppliers', rows, facts);
  if (!judged.ok) return judged;
  const source: ChangeSource = { kind: 'import', note: fileName, invoiceId: null };
  return ok(
    judged.value.flatMap((row, place) => {
      const ids = [...(rows[place]?.ids ?? [])];
      const next = (): string => ids.shift() ?? '';
      const own = next();
      const asks: Asks = (supplierId, wanted, ring) => {
        const id = next();
        const reason = row.id === null ? 'new-supplier' : 'import';
        return changeRequested(asId(id), { supplierId, wanted: wanted(id), reason, source, ring }, by, atMs);
      };
      if (row.verdict === 'new') return [registered(row.record, own), ...asked(row, asId(row.record.id ?? own), asks)];
      return row.id === null ? [] : changed(row, asId(row.id), facts[place], asks);
    }),
  );
}

function registered(record: ExchangeRecord, own: string): SupplierEvent {
  const { name = '', organisationNumber, vatNumber, street, postcode, city, phone, email, paymentDays, endedOn } = record;
  return {
    ...{ on: 'supplier', id: asId<'supplier'>(record.id ?? own), type: 'supplier-registered', name },
    ...(organisationNumber !== undefined && { organisationNumber }),
    ...(vatNumber !== undefined && { vatNumber }),
    ...(street !== undefined && { street }),
    ...(postcode !== undefined && { postcode }),
    ...(city !== undefined && { city }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(paymentDays !== undefined && { paymentDays: Number(paymentDays) }),
    ...(endedOn !== undefined && { endedOn: endedOn as Day }), // parsed as one
  };
}

function changed(row: JudgedRow, id: SupplierId, facts: RowFacts | undefined, asks: Asks): readonly Written[] {
  const events: Written[] = [];
  const plain = plainFacts.flatMap((name) => row.changes.filter(({ field }) => field === name));
  if (plain.length > 0) {
    const values = Object.fromEntries(plain.map(({ field, after }) => [field, after]));
    events.push({ on: 'supplier', id, type: 'supplier-facts-changed', facts: values });
  }
  const end = row.changes.find(({ field }) => field === 'endedOn');
  if (end !== undefined) events.push({ on: 'supplier', id, type: 'supplier-ended', endedOn: end.after as Day }); // parsed as one
  const known = facts?.byOwnId ?? facts?.byExternalId ?? facts?.byNumber;
  const ring = facts?.importerSetPhone === true ? undefined : known?.record.phone;
  return [...events, ...asked(row, id, asks, ring)];
}

/** What waits for a second person. `ring`: the number that was known before. */
const asked = ({ changes }: JudgedRow, id: SupplierId, asks: Asks, ring?: string): readonly RegisterChangeEvent[] =>
  changes.filter(({ sensitive }) => sensitive).flatMap((change) => wantedBy(change).map((wanted) => asks(id, wanted, ring)));

function wantedBy({ field, before, after }: FieldChange): readonly ((id: string) => WantedChange)[] {
  const from = before === '' ? null : before;
  const numberKind = paymentNumberKinds.find((kind) => kind === field);
  if (numberKind !== undefined)
    return splitSeveral(after).map((number) => (id) => ({
      kind: 'add-payment-number',
      numberId: asId(id),
      numberKind,
      number,
      holder: null,
    }));
  switch (field) {
    case 'organisationNumber':
      return [() => ({ kind: 'set-organisation-number', from, to: after })];
    case 'paymentDays':
      return [() => ({ kind: 'set-payment-days', from: from === null ? null : Number(from), to: Number(after) })];
    case 'blockedFor':
      return [() => ({ kind: 'block', blockedFor: after })];
    default:
      return [];
  }
}

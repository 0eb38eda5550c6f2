import { asId } from '../../base/ids.ts';
import { ok, type Result } from '../../base/result.ts';
import { paymentNumberKinds, type SupplierEvent } from '../suppliers/index.ts';
import { splitSeveral } from './exchange-field.ts';
import { type ImportedRow, type ImportRejection, judgeImported } from './import-rows.ts';
import type { RowFacts } from './judge-row.ts';

/** Takes rows of a file into the supplier register: new ones are registered; what changes in others is changed, or asked for. */
export function decideSupplierImport(
  facts: readonly RowFacts[],
  rows: readonly ImportedRow[],
): Result<readonly SupplierEvent[], ImportRejection> {
  const judged = judgeImported('suppliers', rows, facts);
  if (!judged.ok) return judged;
  return ok(
    judged.value.flatMap(({ verdict, record }, place) => (verdict === 'new' ? registered(record, rows[place]?.ids ?? []) : [])),
  );
}

function registered(record: ImportedRow['record'], ids: readonly string[]): readonly SupplierEvent[] {
  const [own = '', ...rest] = ids;
  const id = asId<'supplier'>(record.id ?? own);
  const text = (field: string) => (record[field] === undefined ? {} : { [field]: record[field] });
  const numbers = paymentNumberKinds.flatMap((kind) => splitSeveral(record[kind] ?? '').map((number) => ({ kind, number })));
  return [
    {
      ...{ on: 'supplier', id, type: 'supplier-registered', name: record.name ?? '' },
      ...['organisationNumber', 'vatNumber', 'street', 'postcode', 'city'].reduce(
        (all, field) => ({ ...all, ...text(field) }),
        {},
      ),
    },
    ...numbers.map(
      ({ kind, number }, place): SupplierEvent => ({
        ...{ on: 'paymentNumber', id: asId(rest[place] ?? ''), type: 'payment-number-registered' },
        ...{ supplierId: id, kind, number },
      }),
    ),
  ];
}

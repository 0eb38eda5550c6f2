import { Client } from 'pg';
import { asId } from '../../../src/shared/base/ids.ts';
import { type Digest, digestHex, emptyDigest, withRow } from '../../../src/shared/run/digest.ts';
import type { EntityName, RowOf } from '../../../src/shared/run/entities/index.ts';
import { toColumns } from '../../../src/shared/run/row-columns.ts';
import { entityPlans, type TablePlan } from '../../../src/shared/run/table-plan.ts';
import { withCheckDigit } from './office.ts';

const rowsAtATime = 5_000;

/** Puts so many suppliers and as many payment numbers into the tables, and their scope's digest beside them. */
export async function fillRegister(url: string, suppliers: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let digest = emptyDigest;
    await client.query('BEGIN');
    for (let first = 0; first < suppliers; first += rowsAtATime) {
      const numbers = Array.from({ length: Math.min(rowsAtATime, suppliers - first) }, (_, place) => first + place);
      digest = await insert(client, 'supplier', numbers.map(aSupplier), digest);
      digest = await insert(client, 'paymentNumber', numbers.map(aPaymentNumber), digest);
    }
    await client.query('INSERT INTO scope_digest VALUES ($1, $2, $3)', ['reg:suppliers', digest.rows, digestHex(digest)]);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

async function insert<Name extends EntityName>(
  client: Client,
  name: Name,
  rows: readonly RowOf<Name>[],
  digest: Digest,
): Promise<Digest> {
  const plan: TablePlan = entityPlans[name];
  const columns = rows.map((row) => toColumns(name, row));
  const arrays = plan.columns.map((_, place) => `$${place + 1}::${place === 1 ? 'bigint' : 'text'}[]`);
  await client.query(
    `INSERT INTO ${plan.table} (${plan.columns.map(({ column }) => column)}) SELECT * FROM unnest(${arrays})`,
    plan.columns.map((column) => columns.map((values) => values[column.name])),
  );
  return rows.reduce((so, { id, rev }) => withRow(so, id, rev), digest);
}

const idOf = (kind: string, number: number): string => `0190${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`;

const aSupplier = (number: number): RowOf<'supplier'> => ({
  id: asId(idOf('bbbb', number)),
  rev: 1,
  name: `Östra Leverantör ${number} AB`,
  organisationNumber: withCheckDigit(String(560_000_000 + number)),
  vatNumber: `SE${withCheckDigit(String(560_000_000 + number))}01`,
  street: `Storgatan ${number % 90}`,
  postcode: '681 30',
  city: 'Kristinehamn',
});

const aPaymentNumber = (number: number): RowOf<'paymentNumber'> => ({
  id: asId(idOf('cccc', number)),
  rev: 1,
  supplierId: asId(idOf('bbbb', number)),
  kind: 'bankgiro',
  number: withCheckDigit(String(2_000_000 + number)),
});

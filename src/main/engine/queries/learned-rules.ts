import type Database from 'better-sqlite3';
import type { LearnedRuleId, SupplierId } from '../../../shared/base/ids.ts';
import type { LearnedRuleRow } from '../../../shared/contract/engine.ts';
import type { Anchor } from '../../../shared/domain/extraction/index.ts';
import type { Replay } from '../../../shared/domain/learned-rules/index.ts';

type Columns = Omit<LearnedRuleRow, 'label' | 'stands' | 'example' | 'replay'> & {
  readonly anchor: string;
  readonly replay: string | null;
  readonly invoiceId: LearnedRuleRow['example']['invoiceId'];
  readonly number: string | null;
  readonly exampleText: string;
};

const columns = `
  r.id, r.supplier_id AS supplierId, s.name AS supplierName, r.field, r.state, r.taught_by AS taughtBy,
  coalesce(p.name, r.taught_by) AS taughtByName, r.taught_at_ms AS taughtAtMs, r.correction_id AS correctionId,
  r.invoice_id AS invoiceId, i.number, r.example_text AS exampleText, r.replaced_by AS replacedBy, r.anchor, r.replay`;
const joined = `
  learned_rules r LEFT JOIN suppliers s ON s.id = r.supplier_id LEFT JOIN people p ON p.id = r.taught_by
  LEFT JOIN supplier_invoices i ON i.id = r.invoice_id`;

/** What was learned of a supplier's layouts, the newest first. */
export function rulesOfSupplier(connection: Database.Database): (id: SupplierId, limit: number) => readonly LearnedRuleRow[] {
  const statement = connection.prepare<unknown[], Columns>(
    `SELECT ${columns} FROM ${joined} WHERE r.supplier_id = ? ORDER BY r.taught_at_ms DESC, r.id DESC LIMIT ?`,
  );
  return (id, limit) => statement.all(id, limit).map(toRuleRow);
}

/** One learned rule. */
export function ruleCard(connection: Database.Database): (id: LearnedRuleId) => LearnedRuleRow | null {
  const statement = connection.prepare<unknown[], Columns>(`SELECT ${columns} FROM ${joined} WHERE r.id = ?`);
  return (id) => {
    const found = statement.get(id);
    return found === undefined ? null : toRuleRow(found);
  };
}

function toRuleRow({ anchor: anchorText, replay, invoiceId, number, exampleText, ...row }: Columns): LearnedRuleRow {
  const { label, stands } = JSON.parse(anchorText) as Anchor; // as the entity keeps it
  return {
    ...row,
    label: label === '' ? null : label,
    stands,
    example: { invoiceId, number, text: exampleText },
    replay: replay === null ? null : (JSON.parse(replay) as Replay), // as above
  };
}

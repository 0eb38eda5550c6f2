import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import type { SupplierId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type {
  ControlFindingRow,
  ControlInbox,
  InboxCursor,
  InboxFolder,
  InvoiceControls,
  SupplierControls,
} from '../../../shared/contract/supplier-control.ts';
import { withPersonsCovered } from '../../../shared/domain/identifiers/index.ts';
import {
  type ControlCheck,
  type HistoryPoint,
  implausible,
  isStale,
  limitsOn,
  paymentRemarks,
  severityOf,
} from '../../../shared/domain/supplier-control/index.ts';
import { paidTo, type SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { holdsOn } from '../../../shared/domain/suppliers/index.ts';
import { loadPaymentFacts, supplierSuspect, suspicious } from '../../../shared/run/commands/payment-facts.ts';
import { loadPayee } from '../../../shared/run/commands/supplier-family.ts';
import type { Store } from '../../../shared/run/store.ts';

const columns = `
  f.id, f.supplier_id AS supplierId, coalesce(s.name, f.supplier_id) AS supplierName, s.organisation_number AS organisationNumber,
  f.about, f.state, f.on_day AS onDay, f.source, f.note, f.opened_at_ms AS openedAtMs, f.shared_with AS sharedWith,
  coalesce(w.name, f.shared_with) AS sharedWithName, f.until_day AS untilDay, f.reason, f.outcome, f.sort_due AS sortDue,
  (SELECT json_group_array(json_object('by', n.value ->> 'by', 'byName', coalesce(p.name, n.value ->> 'by'),
      'atMs', n.value ->> 'atMs', 'text', n.value ->> 'text') ORDER BY n.key)
    FROM json_each(f.notes) n LEFT JOIN people p ON p.id = n.value ->> 'by') AS notes`;
const joined = 'control_findings f LEFT JOIN suppliers s ON s.id = f.supplier_id LEFT JOIN people w ON w.id = f.shared_with';

type Columns = Omit<ControlFindingRow, 'severity' | 'notes'> & { readonly notes: string; readonly sortDue: string };

const toFindingRow = ({ notes, sortDue: _, ...row }: Columns): ControlFindingRow => ({
  ...withPersonsCovered(row),
  severity: severityOf[row.about as ControlCheck],
  notes: JSON.parse(notes) as ControlFindingRow['notes'], // made by the statement above
});

/** A snooze that is over is due again, without anybody writing so. */
const folders: Record<InboxFolder, string> = {
  due: "(f.state IN ('open', 'commented', 'shared') OR (f.state = 'snoozed' AND f.until_day <= @today))",
  snoozed: "(f.state = 'snoozed' AND f.until_day > @today)",
  shared: "f.state = 'shared'",
  completed: "f.state = 'completed'",
};

export type InboxInput = { readonly folder: InboxFolder; readonly after: InboxCursor | null; readonly limit: number };

/** One page of the inbox, what has waited longest first; of what is completed the latest first. */
export function controlInbox(connection: Database.Database): (input: InboxInput, today: Day) => ControlInbox {
  const statements = Object.fromEntries(
    Object.entries(folders).map(([folder, where]) => {
      const [direction, beyond] = folder === 'completed' ? ['DESC', '<'] : ['ASC', '>'];
      return [
        folder,
        connection.prepare<unknown[], Columns>(`
          SELECT ${columns} FROM ${joined} WHERE ${where} AND (@key IS NULL OR (f.sort_due, f.id) ${beyond} (@key, @id))
          ORDER BY f.sort_due ${direction}, f.id ${direction} LIMIT @limit`),
      ];
    }),
  ) as Record<InboxFolder, Database.Statement<unknown[], Columns>>;
  return ({ folder, after, limit }, today) => {
    const found = statements[folder].all({
      key: after?.key ?? null,
      id: after?.id ?? null,
      limit,
      ...((folder === 'due' || folder === 'snoozed') && { today }),
    });
    const last = found.at(-1);
    const next = last === undefined || found.length < limit ? null : { key: last.sortDue, id: last.id };
    return { rows: found.map(toFindingRow), next };
  };
}

/** What is known of a supplier by controls: the latest answers, the findings (the latest first), and who warns of it. */
export function supplierControls(
  connection: Database.Database,
  store: Store,
): (id: SupplierId, limit: number, today: Day) => Promise<SupplierControls> {
  const findings = connection.prepare<unknown[], Columns>(
    `SELECT ${columns} FROM ${joined} WHERE f.supplier_id = ? ORDER BY f.opened_at_ms DESC, f.id DESC LIMIT ?`,
  );
  return async (id, limit, today) => {
    const limits = limitsOn(today);
    const verdicts = await store.find('controlVerdict', 'bySupplier', [id]);
    return {
      verdicts: verdicts.map((verdict) => ({
        ...verdict,
        isStale: isStale(verdict, today, verdict.about === 'f-tax' ? limits.fTaxDays : limits.checkDays),
      })),
      findings: findings.all(id, limit).map(toFindingRow),
      warnings: await suspicious(store, await supplierSuspect(store, id)),
    };
  };
}

/** So many of a supplier's latest invoices are its history. */
const historyLength = 60;

/** What stands in the way of paying an invoice today, and why its supplier is blocked, where it is. */
async function holdsOf(
  store: Store,
  invoice: SupplierInvoice,
  today: Day,
): Promise<Pick<InvoiceControls, 'holds' | 'blockedFor'>> {
  if (invoice.supplierId === undefined) return { holds: [], blockedFor: null };
  const payee = await loadPayee(store, invoice.supplierId);
  const blocked = payee.family.find(({ blockedFor }) => blockedFor !== undefined);
  return { holds: holdsOn(payee, paidTo(invoice), today), blockedFor: blocked?.blockedFor ?? null };
}

/** What is to be known of an invoice before money goes out: of its payee, and what is out of the ordinary in it. */
export function invoiceControls(
  connection: Database.Database,
  store: Store,
): (id: SupplierInvoiceId, today: Day) => Promise<InvoiceControls | null> {
  const history = connection.prepare<unknown[], HistoryPoint>(`
    SELECT total_minor AS totalMinor, invoice_day AS invoiceDate, number FROM supplier_invoices
    WHERE supplier_id = @supplierId AND id <> @id AND state IN ('verified', 'approved') AND document_type = 'invoice'
      AND total_minor IS NOT NULL AND invoice_day IS NOT NULL
    ORDER BY received_at_ms DESC, id DESC LIMIT ${historyLength}`);
  return async (id, today) => {
    const invoice = await store.get('supplierInvoice', id);
    if (invoice === undefined) return null;
    const { totalMinor, invoiceDate, invoiceNumber } = invoice.fields;
    const limits = limitsOn(today);
    const { supplierId } = invoice;
    const isToPay = invoice.documentType === 'invoice' && totalMinor.value !== null && invoiceDate.value !== null;
    const own = {
      totalMinor: totalMinor.value ?? 0,
      invoiceDate: (invoiceDate.value ?? today) as Day,
      number: invoiceNumber.value,
    };
    return {
      ...(await holdsOf(store, invoice, today)),
      payment: paymentRemarks(await loadPaymentFacts(store, invoice, today), today, limits),
      plausibility: isToPay && supplierId !== undefined ? implausible(own, history.all({ supplierId, id }), limits) : [],
    };
  };
}

import { useMemo } from 'react';
import type { EInvoicePage } from '../../../shared/contract/e-invoices.ts';
import type { SheetTable, SheetValue, ShownTerm } from '../../../shared/domain/e-invoices/index.ts';
import type { FieldName } from '../../../shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { type SheetGrid, type SheetItem, type SheetSection, ValueSheet } from '../../ui/value-sheet.tsx';
import { useEngineQuery } from '../../use-engine.ts';

type Props = { readonly invoice: SupplierInvoice; readonly focused: FieldName | undefined };

/** An invoice that came as data, as a page to read: the value of the field in focus is marked, and each says its term and its XML path. */
export function EInvoicePane({ invoice, focused }: Props) {
  const t = useText();
  const { data, isPending } = useEngineQuery('e-invoices/page', { invoiceId: invoice.id }, { fresh: true });
  const page = useMemo(() => (data ? shown(data, t) : undefined), [data, t]);
  if (isPending) return null;
  if (page === undefined || data === null || data === undefined) return <p>{t.invoice.noImage}</p>;
  const focusKey = focused === undefined ? undefined : (invoice.fields[focused].source ?? undefined);
  return <ValueSheet name={t.eInvoice.name} {...page} focusKey={focusKey} />;
}

type Page = { readonly intro: string; readonly sections: readonly SheetSection[]; readonly grids: readonly SheetGrid[] };

function shown({ syntax, profile, sheet, leftOver }: EInvoicePage, t: Texts): Page {
  const own = t.eInvoice;
  const item = ({ bt, text, path }: SheetValue): SheetItem => ({
    key: path,
    label: own.term[bt],
    text,
    hint: fill(own.where, { label: own.term[bt], term: bt, path }),
  });
  const sections = sheet.blocks.map(({ group, values }) => ({ heading: own.group[group], items: values.map(item) }));
  const rest = leftOver.map(({ path, raw }) => ({ key: path, label: path.split('/').at(-1) ?? '', text: raw, hint: path }));
  return {
    intro: `${own.syntax[syntax]}, ${own.profile[profile]}`,
    sections: rest.length === 0 ? sections : [...sections, { heading: own.leftOver, items: rest }],
    grids: sheet.tables.map((table) => grid(table, item, t)),
  };
}

function grid({ group, columns, rowCount, rows }: SheetTable, item: (value: SheetValue) => SheetItem, t: Texts): SheetGrid {
  const own = t.eInvoice;
  return {
    heading: own.group[group],
    columns: columns.map((bt) => ({ name: own.term[bt], isNumber: numbers.includes(bt) })),
    rows: rows.map((row) => ({
      cells: columns.map((bt) => row.filter((value) => value.bt === bt).map(item)),
      others: row.filter(({ bt }) => !columns.includes(bt)).map(item),
    })),
    ...(rowCount > rows.length && { note: fill(own.more, { shown: rows.length, count: rowCount }) }),
  };
}

const numbers: readonly ShownTerm[] = ['BT-92', 'BT-99', 'BT-116', 'BT-117', 'BT-119', 'BT-129', 'BT-131', 'BT-146', 'BT-152'];

import type { EInvoice } from '../e-invoice.ts';
import { adjustment, document, line, vat } from './rows.ts';
import type { Sheet, SheetBlock, SheetGroup, SheetTable, SheetTableGroup, SheetValue, ShownTerm } from './sheet.ts';
import { address, joined, party, payment, period, show } from './values.ts';

/** An e-invoice as a page for people. What no term is for is not on it: see `ReadEInvoice.leftOver`. */
export function sheetOf(invoice: EInvoice): Sheet {
  const { seller, buyer, payee, taxRepresentative, delivery, totals } = invoice;
  const blocks: readonly SheetBlock[] = [
    block('invoice', [
      ...show('BT-1', invoice.number),
      ...show('BT-3', invoice.typeCode),
      ...show('BT-2', invoice.issueDate),
      ...show('BT-9', invoice.dueDate),
      ...period('BT-73', invoice.period),
      ...show('BT-5', invoice.currencyCode),
      ...show('BT-6', invoice.vatCurrencyCode),
      ...show('BT-7', invoice.taxPointDate),
      ...show('BT-8', invoice.taxPointDateCode),
      ...show('BT-24', invoice.specificationId),
      ...show('BT-23', invoice.profileId),
    ]),
    block('seller', [
      ...party(seller),
      ...show('BT-32', seller?.taxRegistrationId),
      ...show('BT-33', seller?.additionalLegalInformation),
      ...show('BT-90', seller?.creditorId),
    ]),
    block('buyer', party(buyer)),
    block('references', [
      ...show('BT-10', invoice.buyerReference),
      ...show('BT-13', invoice.purchaseOrderReference),
      ...show('BT-14', invoice.salesOrderReference),
      ...show('BT-12', invoice.contractReference),
      ...show('BT-11', invoice.projectReference),
      ...show('BT-19', invoice.buyerAccountingReference),
      ...show('BT-18', invoice.invoicedObjectId),
      ...show('BT-16', invoice.despatchAdviceReference),
      ...show('BT-15', invoice.receivingAdviceReference),
      ...show('BT-17', invoice.tenderOrLotReference),
      ...invoice.precedingInvoices.flatMap(({ number, issueDate }) => joined('BT-25', number, issueDate)),
    ]),
    block('payee', [
      ...show('BT-27', payee?.name),
      ...show('BT-29', payee?.id),
      ...show('BT-30', payee?.legalRegistrationId),
      ...show('BT-90', payee?.creditorId),
    ]),
    block('taxRepresentative', [
      ...show('BT-27', taxRepresentative?.name),
      ...show('BT-31', taxRepresentative?.vatId),
      ...address(taxRepresentative?.address),
    ]),
    block('delivery', [
      ...show('BT-72', delivery?.date),
      ...show('BT-27', delivery?.partyName),
      ...show('BT-29', delivery?.locationId),
      ...address(delivery?.address),
    ]),
    block('payment', [...invoice.payments.flatMap(payment), ...show('BT-20', invoice.paymentTerms)]),
    block('totals', [
      ...show('BT-106', totals?.lineNet),
      ...show('BT-107', totals?.allowances),
      ...show('BT-108', totals?.charges),
      ...show('BT-109', totals?.withoutVat),
      ...show('BT-110', totals?.vat),
      ...show('BT-111', totals?.vatInAccountingCurrency),
      ...show('BT-112', totals?.withVat),
      ...show('BT-113', totals?.prepaid),
      ...show('BT-114', totals?.rounding),
      ...show('BT-115', totals?.due),
    ]),
    block(
      'notes',
      invoice.notes.flatMap(({ text }) => show('BT-22', text)),
    ),
  ];
  const currency = invoice.currencyCode?.raw;
  const tables = [
    table('lines', invoice.lines.map(line), currency),
    table('adjustments', [...invoice.allowances.map(adjustment('BT-92')), ...invoice.charges.map(adjustment('BT-99'))], currency),
    table('vat', invoice.vatBreakdown.map(vat), currency),
    table('documents', invoice.supportingDocuments.map(document), currency),
  ];
  return { blocks: blocks.filter(({ values }) => values.length > 0), tables: tables.filter(({ rows }) => rows.length > 0) };
}

const block = (group: SheetGroup, values: readonly SheetValue[]): SheetBlock => ({ group, values });

const mostRows = 500;

/** The columns of each table, as an invoice has them; what else a row says stands below it. */
const columnsOf: { readonly [Group in SheetTableGroup]: readonly ShownTerm[] } = {
  lines: ['BT-126', 'BT-153', 'BT-129', 'BT-146', 'BT-152', 'BT-131'],
  adjustments: ['BT-97', 'BT-92', 'BT-99', 'BT-152'],
  vat: ['BT-118', 'BT-119', 'BT-116', 'BT-117'],
  documents: ['BT-122', 'BT-123', 'BT-125'],
};

/** Amounts in the invoice's own currency stand without it in a table. */
function table(group: SheetTableGroup, all: readonly (readonly SheetValue[])[], currency: string | undefined): SheetTable {
  const end = ` ${currency}`;
  const bare = (value: SheetValue): SheetValue =>
    value.text.endsWith(end) && value.text.length > end.length ? { ...value, text: value.text.slice(0, -end.length) } : value;
  const rows = all.slice(0, mostRows).map((row) => row.map(bare));
  const said = new Set(rows.flatMap((row) => row.map(({ bt }) => bt)));
  return { group, columns: columnsOf[group].filter((bt) => said.has(bt)), rowCount: all.length, rows };
}

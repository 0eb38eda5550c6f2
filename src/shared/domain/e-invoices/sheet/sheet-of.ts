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
  const tables = [
    table('lines', invoice.lines.map(line)),
    table('adjustments', [...invoice.allowances.map(adjustment('BT-92')), ...invoice.charges.map(adjustment('BT-99'))]),
    table('vat', invoice.vatBreakdown.map(vat)),
    table('documents', invoice.supportingDocuments.map(document)),
  ];
  return { blocks: blocks.filter(({ values }) => values.length > 0), tables: tables.filter(({ rows }) => rows.length > 0) };
}

const block = (group: SheetGroup, values: readonly SheetValue[]): SheetBlock => ({ group, values });

const mostRows = 500;

function table(group: SheetTableGroup, all: readonly (readonly SheetValue[])[]): SheetTable {
  const rows = all.slice(0, mostRows);
  const said = new Set(rows.flatMap((row) => row.map(({ bt }) => bt)));
  const place = (bt: ShownTerm): number => columnOrder.indexOf(bt) + 1 || columnOrder.length + 1;
  return { group, columns: [...said].sort((one, other) => place(one) - place(other)), rowCount: all.length, rows };
}

/** As an invoice has its columns; the others as they come. */
const columnOrder: readonly ShownTerm[] = [
  ...([
    'BT-126',
    'BT-153',
    'BT-154',
    'BT-155',
    'BT-129',
    'BT-146',
    'BT-149',
    'BT-148',
    'BT-147',
    'BT-136',
    'BT-141',
    'BT-151',
    'BT-152',
    'BT-131',
  ] as const),
  ...([
    'BT-97',
    'BT-98',
    'BT-93',
    'BT-94',
    'BT-92',
    'BT-99',
    'BT-118',
    'BT-119',
    'BT-116',
    'BT-117',
    'BT-120',
    'BT-121',
  ] as const),
];

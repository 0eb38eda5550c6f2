import type { AllowanceOrCharge, Line, VatBreakdown } from '../amounts.ts';
import type { SupportingDocument } from '../e-invoice.ts';
import type { SheetValue } from './sheet.ts';
import { joined, period, show } from './values.ts';

export const line = (one: Line): readonly SheetValue[] => [
  ...show('BT-126', one.id),
  ...show('BT-153', one.item?.name),
  ...show('BT-154', one.item?.description),
  ...show('BT-155', one.item?.sellersId),
  ...show('BT-129', one.quantity),
  ...show('BT-146', one.price?.net),
  ...show('BT-149', one.price?.baseQuantity),
  ...show('BT-148', one.price?.gross),
  ...show('BT-147', one.price?.discount),
  ...one.allowances.flatMap(({ amount }) => show('BT-136', amount)),
  ...one.charges.flatMap(({ amount }) => show('BT-141', amount)),
  ...show('BT-151', one.vat?.category),
  ...show('BT-152', one.vat?.rate),
  ...show('BT-131', one.net),
  ...show('BT-127', one.note),
  ...period('BT-134', one.period),
  ...show('BT-132', one.orderLineReference),
  ...show('BT-133', one.buyerAccountingReference),
  ...show('BT-128', one.objectId),
  ...show('BT-156', one.item?.buyersId),
  ...show('BT-157', one.item?.standardId),
  ...(one.item?.classifications ?? []).flatMap((code) => show('BT-158', code)),
  ...show('BT-159', one.item?.originCountryCode),
  ...(one.item?.attributes ?? []).flatMap(({ name, value }) => joined('BT-160', name, value)),
];

export const adjustment =
  (bt: 'BT-92' | 'BT-99') =>
  ({ amount, baseAmount, percentage, reason, reasonCode, vat: of }: AllowanceOrCharge): readonly SheetValue[] => [
    ...show('BT-97', reason),
    ...show('BT-98', reasonCode),
    ...show('BT-93', baseAmount),
    ...show('BT-94', percentage),
    ...show(bt, amount),
    ...show('BT-151', of?.category),
    ...show('BT-152', of?.rate),
  ];

export const vat = (one: VatBreakdown): readonly SheetValue[] => [
  ...show('BT-118', one.category),
  ...show('BT-119', one.rate),
  ...show('BT-116', one.taxableAmount),
  ...show('BT-117', one.taxAmount),
  ...show('BT-120', one.exemptionReason),
  ...show('BT-121', one.exemptionReasonCode),
];

/** An attachment is shown by its name and kind: its bytes are opened by nobody here. */
export function document({ reference, description, location, attachment }: SupportingDocument): readonly SheetValue[] {
  const file =
    attachment && [attachment.fileName, attachment.mimeCode].filter((part) => part !== undefined && part !== '').join(', ');
  return [
    ...show('BT-122', reference),
    ...show('BT-123', description),
    ...show('BT-124', location),
    ...(attachment === undefined ? [] : [{ bt: 'BT-125' as const, text: file || '…', path: attachment.path }]),
  ];
}

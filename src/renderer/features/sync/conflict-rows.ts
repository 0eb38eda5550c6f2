import type { Conflict, HistoryLine, InputOf } from '../../../shared/contract/engine.ts';
import { type FieldName, fieldKinds, fieldNames, showValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { showFullMoment } from '../../formats.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';

/** What is compared: each field, and what kind of document it is. */
export type RowKey = FieldName | 'documentType';
const rowKeys: readonly RowKey[] = ['documentType', ...fieldNames];

const heldValue = (invoice: SupplierInvoice | null, key: RowKey) =>
  invoice === null ? null : key === 'documentType' ? invoice.documentType : invoice.fields[key].value;

export const differs = ({ mine, theirs }: Pick<Conflict, 'mine' | 'theirs'>, key: RowKey): boolean =>
  mine !== null && theirs !== null && heldValue(mine, key) !== heldValue(theirs, key);

/** What differs first, then the rest; what nobody has a value for is left out. */
export function rowOrder(conflict: Conflict): readonly RowKey[] {
  const held = rowKeys.filter((key) =>
    [conflict.mine, conflict.theirs, conflict.base].some((one) => heldValue(one, key) !== null),
  );
  return [...held.filter((key) => differs(conflict, key)), ...held.filter((key) => !differs(conflict, key))];
}

/** Why the clerk's side cannot be put in place of the server's; undefined where it can. */
export function whyNotMine({ mine, theirs }: Conflict, t: Texts): string | undefined {
  if (theirs === null) return t.conflict.whyNotMine.none;
  if (mine === null) return t.conflict.whyNotMine.noValue;
  return theirs.state === 'scanned' ? undefined : t.conflict.whyNotMine[theirs.state];
}

/** A value as it stands on one side, in words. */
export function shownValue(invoice: SupplierInvoice | null, key: RowKey, t: Texts): string {
  if (invoice === null) return t.common.none;
  if (key === 'documentType') return t.documentType[invoice.documentType];
  const { value, state } = invoice.fields[key];
  if (value !== null) return showValue(fieldKinds[key], value);
  return state === 'absent' ? t.fieldState.absent : t.common.nothing;
}

/** What speaks for a value, in a few words. A person is named elsewhere. */
function sourceOf(invoice: SupplierInvoice | null, key: RowKey, t: Texts): string {
  if (invoice === null || key === 'documentType') return '';
  const kinds = [...new Set(invoice.fields[key].evidence.map(({ kind }) => kind))];
  return kinds
    .filter((kind) => kind !== 'person' && kind !== 'format')
    .map((kind) => t.evidence[kind].chip)
    .slice(0, 2)
    .join(', ');
}

const byPerson = (invoice: SupplierInvoice | null, key: RowKey): boolean =>
  invoice !== null && key !== 'documentType' && invoice.fields[key].evidence.some(({ kind }) => kind === 'person');

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** Who left the clerk's side so, when, and from where it was read. */
export function mineNote({ work, mine, base }: Conflict, key: RowKey, t: Texts): string {
  const changed = base === null ? byPerson(mine, key) : heldValue(mine, key) !== heldValue(base, key);
  const who = changed ? fill(t.conflict.byAt, { who: work.actorName, at: showFullMoment(work.issuedAtMs) }) : '';
  return joined(who, sourceOf(mine, key, t));
}

/** Who left the server's side so, when, and from where it was read. */
export function theirsNote({ theirs, theirHistory }: Conflict, key: RowKey, t: Texts): string {
  const last = theirHistory.find(({ event }) =>
    key === 'documentType' ? event.type === 'document-type-changed' : event.type === 'field-corrected' && event.field === key,
  );
  return joined(last === undefined ? '' : whoAndWhen(last, t), sourceOf(theirs, key, t));
}

export const whoAndWhen = ({ actorName, atMs }: HistoryLine, t: Texts): string =>
  fill(t.conflict.byAt, { who: actorName, at: showFullMoment(atMs) });

/** What to tell the engine to put the clerk's value of a field in place of the server's. */
export function takeMine(
  mine: SupplierInvoice,
  theirs: SupplierInvoice,
  field: FieldName,
): InputOf<'supplier-invoices/correct-field'> {
  const { value, raw, page, box } = mine.fields[field];
  const samePages = mine.pages.map(({ imageSha256 }) => imageSha256).join() === theirs.pages.map((one) => one.imageSha256).join();
  const place = samePages ? { page, box } : { page: null, box: null };
  return { invoiceId: theirs.id, field, value, raw: raw.slice(0, 500), ...place, seen: { value: theirs.fields[field].value } };
}

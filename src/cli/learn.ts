import { basename } from 'node:path';
import type { Day } from '../shared/base/day.ts';
import { asId } from '../shared/base/ids.ts';
import type { PageWords } from '../shared/base/page.ts';
import {
  type Around,
  anchorOf,
  findSupplierKeys,
  type KnownSupplier,
  placeOf,
  proposeDocuments,
} from '../shared/domain/extraction/index.ts';
import {
  emptyField,
  type Field,
  type FieldName,
  type Fields,
  type FieldValue,
  fieldNames,
} from '../shared/domain/invoice-fields/index.ts';
import { fieldsWith, isWorse, sayTheSame, type VouchedInvoice } from '../shared/domain/learned-rules/index.ts';
import type { CorrectedDocument, Correction } from './corrections.ts';
import type { SupplierBook } from './supplier-book.ts';

/** On so many corrected documents of a supplier a rule is tried before it is used. */
const mostTried = 5;

export type Learner = {
  /** What one corrected document teaches. `words` are those of its pages, as they were read. */
  learn(file: string, document: CorrectedDocument, words: readonly PageWords[]): void;
};

/**
 * Learns as the program does at a clerk's desk: each field that we propose otherwise than the corrections say gives a rule of the
 * supplier's layout, which is used when it makes nothing worse on the supplier's documents so far; and where the fields of a
 * corrected document stand, they are expected to stand again.
 */
export function openLearner(book: SupplierBook, today: Day): Learner {
  const vouched = new Map<KnownSupplier['id'], VouchedInvoice[]>();

  function learn(file: string, document: CorrectedDocument, words: readonly PageWords[]): void {
    const known = book.knowledge(findSupplierKeys(words));
    const supplier =
      book.supplierOf(document.fields) ?? book.supplierOf(withNameRead(document.fields, words, { ...known, today }));
    if (supplier === undefined) return;
    const suppliers = known.suppliers.some(({ id }) => id === supplier.id) ? known.suppliers : [supplier];
    const proposed = proposeDocuments(words, { ...known, suppliers, today }).documents[0]?.fields;
    if (proposed === undefined) return;
    const values = Object.fromEntries(fieldNames.map((name) => [name, document.fields[name]?.value]));
    const own: VouchedInvoice = { words, day: today, values };
    const soFar = vouched.get(supplier.id) ?? [];
    let proposedSoFar: (Fields | undefined)[] | undefined;
    for (const name of fieldNames) {
      const said = document.fields[name];
      if (said !== undefined && said.value !== proposed[name].value) teach(name, said, proposed[name]);
    }
    vouched.set(supplier.id, [own, ...soFar].slice(0, mostTried));
    book.addPlaces({
      invoiceId: asId<'supplierInvoice'>(basename(file)),
      supplierId: supplier.id,
      firstPage: words[0]?.page ?? 1,
      fields: placesOf(document, words, proposed),
    });

    function teach(field: FieldName, { value, page, box }: Correction, before: Field): void {
      if (supplier === undefined) return;
      const wrong = before.page === null || before.box === null ? null : { page: before.page, box: before.box };
      const anchor = anchorOf(words, { field, value, page, box, wrong });
      const taught = book.anchorsOf(supplier.id);
      if (anchor === undefined || taught.some((other) => sayTheSame(other, anchor))) return;
      const rule = { ...anchor, ruleId: `${basename(file)}: ${field}`, supplierId: supplier.id };
      const after = [...taught.filter((other) => other.field !== field), rule];
      proposedSoFar ??= soFar.map((one) => fieldsWith(one, supplier, taught));
      const breaks = soFar.some((one, place) => {
        const [without, withIt] = [proposedSoFar?.[place], fieldsWith(one, supplier, after)];
        return without !== undefined && withIt !== undefined && isWorse(one, without, withIt);
      });
      if (breaks) return;
      book.teach(rule);
      proposedSoFar = undefined; // they are proposed otherwise from now on
    }
  }
  return { learn };
}

/** The name of the supplier as we read it, where the corrections say nothing of it. */
function withNameRead(
  fields: CorrectedDocument['fields'],
  words: readonly PageWords[],
  around: Around,
): CorrectedDocument['fields'] {
  const read = proposeDocuments(words, around).documents[0]?.fields.supplierName.value ?? null;
  return { ...fields, supplierName: { value: fields.supplierName?.value ?? read, page: null, box: null } };
}

/** The document's fields as the corrections say, each where they show it, where we found that value, or where it stands first. */
function placesOf({ fields }: CorrectedDocument, words: readonly PageWords[], proposed: Fields): Fields {
  const field = (name: FieldName): Field => {
    const said = fields[name];
    if (said === undefined || said.value === null) return emptyField('absent');
    const place = shownAt(name, said.value, said, words, proposed[name]);
    return { ...emptyField('absent'), value: said.value, state: 'safe', confidence: 1, ...place };
  };
  return Object.fromEntries(fieldNames.map((name) => [name, field(name)])) as unknown as Fields; // one of each name
}

function shownAt(
  name: FieldName,
  value: FieldValue,
  { page, box }: Correction,
  words: readonly PageWords[],
  proposed: Field,
): Pick<Field, 'page' | 'box'> {
  if (page !== null && box !== null) return { page, box };
  if (proposed.value === value && proposed.box !== null) return { page: proposed.page, box: proposed.box };
  return placeOf(words, name, value) ?? { page: null, box: null };
}

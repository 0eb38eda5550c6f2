import { dayInSweden } from '../../../shared/base/day.ts';
import type { PageWords } from '../../../shared/base/page.ts';
import type { ReadFailure, ReadTimings } from '../../../shared/contract/reader.ts';
import { findSupplierKeys, type KnownSupplier, proposeDocuments } from '../../../shared/domain/extraction/index.ts';
import type { Proposal } from '../../../shared/domain/invoice-fields/index.ts';
import type { InvoicePage } from '../../../shared/domain/supplier-invoices/index.ts';
import type { Store } from '../../../shared/run/store.ts';
import type { Blobs } from '../blobs.ts';
import type { Readers } from './readers.ts';

export type ReadFile =
  | {
      readonly kind: 'read';
      readonly pages: readonly InvoicePage[];
      readonly documents: readonly Proposal[];
      readonly suppliers: readonly KnownSupplier[];
      readonly timingsMs: ReadTimings;
    }
  | { readonly kind: 'failed'; readonly code: ReadFailure }
  | { readonly kind: 'reader-gone' };

/** Reads a file from end to end: pages become images and words, kept as blobs; words become proposed documents. */
export async function readFileWith(
  {
    readers,
    blobs,
    store,
    clock,
  }: { readonly readers: Readers; readonly blobs: Blobs; readonly store: Store; readonly clock: () => number },
  {
    path,
    fileName,
    onProgress,
  }: { readonly path: string; readonly fileName: string; readonly onProgress: (page: number, pageCount: number) => void },
): Promise<ReadFile> {
  const pages: InvoicePage[] = [];
  const allWords: PageWords[] = [];
  let pageCount = 0;
  const outcome = await readers.read({
    path,
    fileName,
    onOpened: (_, count) => {
      pageCount = count;
      onProgress(1, count);
    },
    onPage: async ({ words, image, imageType }) => {
      const imageSha256 = await blobs.put(image);
      const wordsSha256 = await blobs.put(new TextEncoder().encode(JSON.stringify(words)));
      const { page, widthPx, heightPx, textSource } = words;
      pages.push({ page, imageSha256, imageType, wordsSha256, widthPx, heightPx, textSource });
      allWords.push(words);
      onProgress(Math.min(page + 1, pageCount), pageCount);
    },
  });
  if (outcome.kind !== 'done') return outcome;
  const suppliers = await knownSuppliers(store, allWords);
  const { documents } = proposeDocuments(allWords, { suppliers, today: dayInSweden(clock()) });
  return { kind: 'read', pages, documents, suppliers, timingsMs: outcome.timingsMs };
}

/** The suppliers of the register that any number on the pages names. */
async function knownSuppliers(store: Store, pages: readonly PageWords[]): Promise<readonly KnownSupplier[]> {
  const keys = findSupplierKeys(pages);
  const byNumber = await Promise.all(
    keys.organisationNumbers.map((number) => store.find('supplier', 'byOrganisationNumber', [number])),
  );
  const paid = [
    ...keys.bankgiros.map((number) => ['bankgiro', number] as const),
    ...keys.plusgiros.map((number) => ['plusgiro', number] as const),
  ];
  const byGiro = await Promise.all(paid.map(([kind, number]) => store.find('paymentNumber', 'byNumber', [kind, number])));
  const ids = new Set([...byNumber.flat().map(({ id }) => id), ...byGiro.flat().map(({ supplierId }) => supplierId)]);
  const suppliers = await Promise.all([...ids].slice(0, 50).map((id) => withPaymentNumbers(store, id)));
  return suppliers.filter((supplier) => supplier !== undefined);
}

async function withPaymentNumbers(store: Store, id: KnownSupplier['id']): Promise<KnownSupplier | undefined> {
  const supplier = await store.get('supplier', id);
  if (supplier === undefined) return undefined;
  const numbers = await store.find('paymentNumber', 'bySupplier', [id]);
  const ofKind = (kind: string) => numbers.filter((number) => number.kind === kind).map(({ number }) => number);
  const { name, organisationNumber, vatNumber } = supplier;
  return {
    id,
    name,
    ...(organisationNumber !== undefined && { organisationNumber }),
    ...(vatNumber !== undefined && { vatNumber }),
    bankgiros: ofKind('bankgiro'),
    plusgiros: ofKind('plusgiro'),
    ibans: ofKind('iban'),
  };
}

/** The supplier of the register that a document's numbers name, when they name just one. */
export function supplierOf({ fields }: Proposal, suppliers: readonly KnownSupplier[]): KnownSupplier | undefined {
  const owners = suppliers.filter(
    ({ organisationNumber, bankgiros, plusgiros }) =>
      (organisationNumber !== undefined && organisationNumber === fields.organisationNumber.value) ||
      (fields.organisationNumber.value === null &&
        (includes(bankgiros, fields.bankgiro.value) || includes(plusgiros, fields.plusgiro.value))),
  );
  return owners.length === 1 ? owners[0] : undefined;
}

const includes = (numbers: readonly string[], number: string | null): boolean => number !== null && numbers.includes(number);

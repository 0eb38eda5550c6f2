import { allAt, firstAt, type XmlElement } from '../../../xml/index.ts';
import type { EInvoice, SupportingDocument } from '../e-invoice.ts';
import type { Term } from '../terms.ts';
import { readLeaf } from './read-table.ts';
import type { Taken } from './table.ts';

/**
 * The files that lie beside a Svefaktura in its envelope (SFTI ObjectEnvelope 1.0): each is attached to the document reference that
 * ends in its number (`urn:sfti:documents:object:271`), and to one of its own when none does.
 */
export function withEnvelopedObjects(invoice: EInvoice, envelope: XmlElement, taken: Taken): EInvoice {
  const objects = allAt(envelope, 'ObjectEnvelope', 'EncodedObject').map((object) => readObject(object, taken));
  if (objects.length === 0) return invoice;
  const numberOf = ({ reference }: SupportingDocument) => reference?.raw.slice(reference.raw.lastIndexOf(':') + 1);
  const own = new Set(objects);
  const supportingDocuments = invoice.supportingDocuments.map((document) => {
    const object = objects.find((one) => one.reference?.raw === numberOf(document));
    if (object?.attachment === undefined) return document;
    own.delete(object);
    return { ...document, attachment: object.attachment };
  });
  return { ...invoice, supportingDocuments: [...supportingDocuments, ...own] };
}

function readObject(object: XmlElement, taken: Taken): SupportingDocument {
  const number = firstAt(object, 'ObjectID');
  const content = firstAt(object, 'EncodedData');
  const attributes = { mimeCode: 'mimeCode', fileName: 'filename' };
  return {
    path: object.path,
    ...(number && { reference: readLeaf({ attributes: {} }, number, taken) as Term }),
    ...(content && { attachment: readLeaf({ attributes, about: ['format'] }, content, taken) as Term }),
  };
}

import type { EInvoice } from './e-invoice.ts';

/** The kinds of files that an e-invoice may carry, and that are opened. Source: EN 16931, BT-125 (the list of MIME types in its code lists). */
export const attachmentKinds = ['pdf', 'png', 'jpeg', 'csv', 'xlsx', 'ods'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** A file within an e-invoice, by its place among its attachments. */
export type AttachedFile = { readonly name: string; readonly mimeCode: string; readonly base64: string };

/** The files that an e-invoice carries, in its order. Names are as the sender wrote them. */
export const attachedFiles = ({ supportingDocuments }: Pick<EInvoice, 'supportingDocuments'>): readonly AttachedFile[] =>
  supportingDocuments.flatMap(({ attachment, reference }) =>
    attachment === undefined
      ? []
      : [
          {
            name: attachment.fileName ?? reference?.raw ?? '',
            mimeCode: attachment.mimeCode ?? '',
            base64: attachment.raw,
          },
        ],
  );

/** What an attached file is: its bytes have to say what its sender does. Undefined: nothing that is opened. */
export function kindOfAttachment(bytes: Uint8Array, mimeCode: string): AttachmentKind | undefined {
  const begins = (...start: readonly number[]): boolean => start.every((byte, place) => bytes[place] === byte);
  const isZip = begins(0x50, 0x4b, 3, 4);
  const mime = mimeCode.toLowerCase();
  switch (mime) {
    case 'application/pdf':
      return begins(0x25, 0x50, 0x44, 0x46, 0x2d) ? 'pdf' : undefined;
    case 'image/png':
      return begins(0x89, 0x50, 0x4e, 0x47) ? 'png' : undefined;
    case 'image/jpeg':
    case 'image/jpg':
      return begins(0xff, 0xd8, 0xff) ? 'jpeg' : undefined;
    case 'text/csv':
      return bytes.every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13) ? 'csv' : undefined;
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return isZip ? 'xlsx' : undefined;
    case 'application/vnd.oasis.opendocument.spreadsheet':
      return isZip ? 'ods' : undefined;
    default:
      return undefined;
  }
}

import { droppedPages, type SourceFile } from '../../domain/intake/index.ts';
import { defineEntity, integer, json, moment, reference, text } from '../define-entity.ts';

export const sourceFile = defineEntity<SourceFile>()('sourceFile', {
  table: 'source_files',
  columns: {
    state: text,
    name: text,
    channel: text,
    sha256: text,
    sizeBytes: integer,
    receivedAtMs: moment,
    receivedBy: reference,
    unitId: reference,
    pageCount: integer.orNone,
    documentCount: integer.orNone,
    readAtMs: moment.orNone,
    reason: text.orNone,
    invoicePageCount: integer.orNone,
    appendixPageCount: integer.orNone,
    dropped: json.orNone,
    mail: json.orNone,
  },
  derived: {},
  unique: { sha256: ['unitId', 'sha256'] },
  lookups: { bySha256: ['unitId', 'sha256'], byState: ['state'] },
  indexes: { newest: ['receivedAtMs'] },
  scope: (row) => `unit:${row.unitId}`,
  cites: (row) => [
    row.sha256,
    ...(row.mail === undefined ? [] : [row.mail.sha256]),
    ...droppedPages(row).flatMap(({ imageSha256, wordsSha256 }) => [imageSha256, wordsSha256]),
  ],
});

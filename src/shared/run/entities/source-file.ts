import type { SourceFile } from '../../domain/intake/index.ts';
import { defineEntity, integer, moment, reference, text } from '../define-entity.ts';

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
  },
  derived: {},
  unique: { sha256: ['unitId', 'sha256'] },
  lookups: { bySha256: ['unitId', 'sha256'], byState: ['state'] },
  indexes: { newest: ['receivedAtMs'] },
  scope: (row) => `unit:${row.unitId}`,
  cites: (row) => [row.sha256],
});

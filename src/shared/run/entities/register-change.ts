import type { RegisterChange } from '../../domain/register-changes/index.ts';
import { defineEntity, json, moment, reference, text } from '../define-entity.ts';

export const registerChange = defineEntity<RegisterChange>()('registerChange', {
  table: 'register_changes',
  columns: {
    state: text,
    supplierId: reference,
    wanted: json,
    reason: text,
    source: json,
    ring: text.orNone,
    callBack: json.orNone,
    requestedBy: reference,
    requestedAtMs: moment,
    decidedBy: reference.orNone,
    decidedAtMs: moment.orNone,
    refusal: text.orNone,
  },
  derived: {},
  unique: {},
  lookups: { bySupplierAndState: ['supplierId', 'state'] },
  indexes: { byStateAndTime: ['state', 'requestedAtMs'], bySupplier: ['supplierId', 'requestedAtMs'] },
  scope: () => 'reg:suppliers',
  /** Whoever decides sees what the letter says. */
  cites: ({ source }) => (source.pixels === undefined ? [] : [source.pixels.imageSha256]),
});

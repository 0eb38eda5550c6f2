import type { SavedView } from '../../domain/work-queue/index.ts';
import { defineEntity, flag, json, reference, text } from '../define-entity.ts';

export const savedView = defineEntity<SavedView>()('savedView', {
  table: 'saved_views',
  columns: {
    ownerId: reference,
    name: text,
    filter: text,
    sort: text,
    descending: flag,
    shared: flag,
    system: text.orNone,
    removed: flag,
    columns: json,
  },
  derived: {},
  unique: { ownerAndSystem: ['ownerId', 'system'] },
  lookups: { all: [] },
  indexes: {},
  scope: () => 'reg:views',
  cites: () => [],
});

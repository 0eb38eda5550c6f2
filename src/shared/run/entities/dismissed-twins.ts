import type { DismissedTwins } from '../../domain/register-twins/index.ts';
import { defineEntity, moment, reference, text } from '../define-entity.ts';

export const dismissedTwins = defineEntity<DismissedTwins>()('dismissedTwins', {
  table: 'dismissed_twins',
  columns: {
    ...{ register: text, aId: reference, bId: reference, reason: text, dismissedBy: reference, dismissedAtMs: moment },
    recalledBy: reference.orNone,
  },
  derived: {},
  unique: { pair: ['aId', 'bId'] },
  lookups: { byPair: ['aId', 'bId'] },
  indexes: {},
  scope: () => 'reg:suppliers',
  cites: () => [],
});

import type { svTouches } from './sv-touches.ts';

/** English: what needed no hand, and why the rest did. */
export const enTouches: typeof svTouches = {
  touches: {
    title: 'Manual touches on what was verified',
    hint: 'An invoice may have several causes',
    untouched: 'Touchless',
    untouchedMeaning:
      'Verified during the period where nobody had to confirm, change, choose, park or report anything: only to verify. The share is of all verified.',
    causeMeaning: 'Verified during the period where this happened at least once. The share is of all verified.',
    cause: {
      confirmed: 'Read right but in doubt, confirmed',
      misread: 'Read wrong and in doubt, corrected',
      'wrong-green': 'Read wrong though it stood as safe',
      unread: 'Not found, filled in',
      'not-printed': 'Does not stand on the invoice',
      'changed-again': 'Changed once more by a person',
      'document-type': 'Another document type',
      supplier: 'Supplier chosen by hand',
      warning: 'Warning stood by',
      twin: 'Taken for a duplicate',
      parked: 'Parked',
      fault: 'Fault reported',
      'set-aside': 'Set aside or sent back',
      'handed-over': 'Handed to another unit',
      page: 'Page brought back',
      'taken-back': 'Undone',
    },
  },
};

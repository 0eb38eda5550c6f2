import type { svSweep } from './sv-sweep.ts';

/** English: the sweep, one kind of field at a time. */
export const enSweep: typeof svSweep = {
  sweep: {
    title: 'Sweep',
    offer: { one: 'Sweep {count} field', other: 'Sweep {count} fields: {field}' },
    field: 'Field',
    choice: '{field} ({count})',
    confirm: { one: 'Confirm {count}', other: 'Confirm all {count}' },
    writing: 'Saving …',
    allLeft: 'All are left for later.',
    left: 'left for later',
    done: { one: '{count} field is confirmed', other: '{count} fields are confirmed' },
    refused: { one: '{count} could not be', other: '{count} could not be' },
    undo: { one: 'Undo {count}', other: 'Undo all {count}' },
    undone: { one: '{count} field is as it was', other: '{count} fields are as they were' },
    nothing: 'No fields to sweep',
    nothingHint:
      'Dates, numbers and amounts in doubt are gathered here from your basket. Payment numbers and suppliers are always decided one by one.',
  },
};

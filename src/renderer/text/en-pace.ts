import type { svPace } from './sv-pace.ts';

/** English: my pace, which only the person at work sees. */
export const enPace: typeof svPace = {
  pace: {
    title: 'My pace',
    note: 'Only you see this. It is kept on this computer and sent nowhere.',
    nothing: 'It comes here when you have verified an invoice.',
    isOff: 'Nothing is measured.',
    erased: 'The measures are erased.',
    what: 'Per invoice',
    today: 'Today',
    week: 'Seven days',
    invoices: 'Invoices verified',
    median: 'Active time, median',
    p90: 'Active time, nine in ten within',
    seen: 'Known layout, median',
    unseen: 'New layout, median',
    predicted: 'Reckoned time for the same keys',
    keystrokes: 'Keystrokes, median',
    stops: 'Fields you stopped at, median',
    changes: 'Fields you changed, median',
    byKeysAlone: 'Invoices without the mouse',
    measure: 'Measure my pace on this computer. Turning it off erases, too.',
    erase: 'Erase the measures',
    seconds: '{count} s',
  },
};

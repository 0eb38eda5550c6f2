import type { svReading } from './sv-reading.ts';
import type { Widened } from './texts.ts';

/** English: pointing and reading again on the picture. */
export const enReading: Widened<typeof svReading> = {
  point: {
    noWords: 'The page has no words to point at. Draw a rectangle on the picture, or type the value.',
    status: 'Pointing: letters search, Enter takes',
  },
  zone: {
    reading: 'Reading …',
    readingHarder: 'Reading closer …',
    read: 'Read: {text}',
    empty: 'No text was found in the box. F5 reads closer, or type the value.',
    emptyAgain: 'No text was found in the box. Draw it a little larger, or type the value.',
    nothing: 'Draw a rectangle on the picture first, around what is to be read.',
    failed: 'The box could not be read. {reason}',
    failedTag: 'Could not be read',
    emptyTag: 'No text',
  },
  learned: {
    line: 'Learned: “{field}” for {supplier}.',
    wouldBreak: {
      one: 'The new place of “{field}” for {supplier} is not used: it would have been wrong on {count} verified invoice.',
      other: 'The new place of “{field}” for {supplier} is not used: it would have been wrong on {count} verified invoices.',
    },
    undo: 'Undo',
    undoHint: 'Switches off what was learned. The correction stays. (Ctrl+Z undoes both.)',
    forget: 'Forget this',
    useAgain: 'Use again',
    forgotten: 'Forgotten: where “{field}” stands for {supplier}.',
    usedAgain: 'Used again: where “{field}” stands for {supplier}.',
    what: 'where “{field}” stands for {supplier}',
    title: 'Learned places',
    none: 'Nothing is learned yet. When somebody corrects a field and points at the picture, the program learns where it stands.',
    at: '{field}: at “{label}”',
    atPlace: '{field}: in the same place on the page',
    notThere: '{field}: does not stand on the invoices, though something there looks like it',
    example: 'Example: “{text}” on invoice {invoice}.',
    taught: 'Shown by {name} on {day}.',
    state: { trial: 'Not used yet', active: 'In use', off: 'Switched off' },
    replaced: 'Switched off: a newer correction took over.',
    untried: 'Not tried yet.',
    tried: {
      one: 'Tried on {count} verified invoice: right on {agreed}, wrong on {broken}.',
      other: 'Tried on {count} verified invoices: right on {agreed}, wrong on {broken}.',
    },
    triedOnNone: 'The supplier had no verified invoice to try it on.',
    heldBack: 'Not used: it would have been wrong.',
  },
};

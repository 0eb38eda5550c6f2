import type { svReading } from './sv-reading.ts';
import type { Widened } from './texts.ts';

/** English: pointing and reading again on the picture. */
export const enReading: Widened<typeof svReading> = {
  point: {
    noWords: 'The page has no words to point at. Draw a rectangle on the picture, or type the value.',
    status: 'Pointing: arrows move, letters search, Enter takes, Esc leaves.',
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
};

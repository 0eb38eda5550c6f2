import type { svSourcePixels } from './sv-source-pixels.ts';
import type { Widened } from './texts.ts';

/** English: what a change builds on, as a picture. */
export const enSourcePixels: Widened<typeof svSourcePixels> = {
  sourcePixels: {
    letter: 'The letter, if it has been taken in',
    none: 'No picture',
    letterChoice: '{name}, taken in {at}',
    page: 'Page that shows it',
    pageChoice: 'Page {page}',
    notFound: 'The number was not found on the page. The whole page is shown to whoever checks it.',
    shown: 'As it is printed',
    saysOnPage: 'As it is printed, page {page}: {text}',
    onPage: 'What it builds on, page {page}',
    failed: 'The picture cannot be shown here.',
  },
};

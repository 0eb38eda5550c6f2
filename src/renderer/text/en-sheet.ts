import type { svSheet } from './sv-sheet.ts';
import type { Widened } from './texts.ts';

/** English: the contact sheet of a file's pages, and how the pages are counted. */
export const enSheet: Widened<typeof svSheet> = {
  sheet: {
    name: 'Pages of {fileName}',
    back: 'To incoming',
    page: 'Page {page}',
    openDocument: 'Open',
    openNamed: 'Open {invoice}',
    continued: 'continued',
    waiting: 'Being read, or waiting for it',
    dropped: 'Removed pages',
    opening: 'The file is being opened. Its pages show as they are read.',
    gone: 'The file does not exist.',
    reading: {
      one: '{pagesRead} of {pageCount} pages are read. {count} document can be opened already.',
      other: '{pagesRead} of {pageCount} pages are read. {count} documents can be opened already.',
    },
    pageCount: { one: '{count} page', other: '{count} pages' },
    invoicePages: { one: '{count} invoice page', other: '{count} invoice pages' },
    appendixPages: { one: '{count} appendix page', other: '{count} appendix pages' },
    droppedPages: { one: '{count} removed', other: '{count} removed' },
    sum: '{pages} = {parts}',
    plus: ' + ',
    documents: { one: '{count} document', other: '{count} documents' },
    mismatch:
      'The pages do not agree: {pages} came in, but {counted} are counted ({parts}). Read the file again, or call support.',
    appendix: 'Appendix',
    broughtBack: 'Brought back',
    droppedAs: 'Removed: {why}',
    notRead: 'Not read yet',
    noPicture: 'No picture yet',
    code: 'Barcode',
    codes: 'Barcodes',
    codeLine: '{format}: {text}',
    details: 'About the page',
    noPage: 'Pick a page.',
    belongsTo: 'The page belongs to {invoice} ({type}).',
    isAppendix: 'It is an appendix: it goes with the invoice and is not read as one.',
    isDropped: 'The page is removed and belongs to no invoice. It is kept.',
    wasDropped: 'It had been removed ({why}) and was brought back as an appendix.',
    isWaiting: 'The page is not read, or it is not settled which document it belongs to.',
    nothingWrong: 'Nothing amiss with the picture.',
    quality: 'Quality of the picture',
    restore: 'Bring the page back',
    dropAgain: 'Remove the page again',
    restored: 'Page {page} is back as an appendix.',
    droppedAgain: 'Page {page} is removed again.',
    onlyDropped: 'Only removed pages can be brought back.',
    drop: {
      blank: { word: 'blank page', advice: 'Nothing is printed on the page.' },
      separator: { word: 'separator sheet', advice: 'The sheet only parts two documents.' },
    },
    flag: {
      blank: { word: 'Blank', advice: 'Nothing is printed on the page.' },
      'too-dark': { word: 'Too dark', advice: 'The picture is too dark. Scan the page again, lighter.' },
      'too-light': { word: 'Too light', advice: 'The print is too faint. Scan the page again, darker.' },
      'cut-edge': { word: 'Cut edge', advice: 'The print runs over the edge. Scan the page again with a margin.' },
      'low-resolution': { word: 'Below 200 dpi', advice: 'The resolution is below 200 dots per inch. Scan again with 300.' },
      skewed: {
        word: 'Askew > 3°',
        advice: 'The page lay more than 3° askew. It has been straightened; scan it again if something at the edge is missing.',
      },
      'text-differs': {
        word: 'Text differs',
        advice:
          'The text of the file is not what the picture shows, so the picture was read instead. Compare the amounts closely.',
      },
    },
  },
};

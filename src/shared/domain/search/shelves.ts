/**
 * Documents are numbered by time and stand on shelves, so many on each, and a word of a page is kept with the shelf's sign before it. So that
 * whatever begins with some letters is looked for on the newest shelf alone, and on older ones only while too little is found: the work of a
 * common beginning does not grow with the number of documents.
 */
const perShelf = 16_384;
const signs = 36 ** 3;

export const shelfOf = (doc: number): number => Math.floor(doc / perShelf);

/** The first and the last document that stand on it. */
export const docsOn = (shelf: number): { readonly from: number; readonly to: number } => ({
  from: shelf * perShelf,
  to: (shelf + 1) * perShelf - 1,
});

/** A word as it is kept of a document on this shelf. Three letters or figures stand for the shelf; they come again after 764 million documents. */
export const onShelf = (shelf: number, token: string): string => `${(shelf % signs).toString(36).padStart(3, '0')}${token}`;

import type { svSearch } from './sv-search.ts';

/** English: the one search box (Ctrl+K). */
export const enSearch: typeof svSearch = {
  search: {
    title: 'Search',
    open: 'Search …',
    box: 'Search invoices, suppliers, customers, articles and calls',
    hint: 'Number, amount, OCR, bankgiro, org. no., name or words on the page',
    results: 'Hits',
    preview: 'The marked one',
    none: 'Nothing found for "{text}". Try fewer words or another number.',
    found: { one: '{count} hit', other: '{count} hits' },
    more: 'There are more: type more to reach them.',
    elsewhere: {
      one: 'Words on pages are not looked for in {count} invoice, whose pages have not been on this computer. Numbers, names and amounts are looked for in all.',
      other:
        'Words on pages are not looked for in {count} invoices, whose pages have not been on this computer. Numbers, names and amounts are looked for in all.',
    },
    cut: 'Only the pages of the newest invoices were looked through. Type more of the words, or another word, to reach older ones.',
    recentSearches: 'Recent searches',
    recentlyOpened: 'Recently opened',
    nothingRecent: 'What you last searched for and opened is shown here.',
    filling: 'Older invoices are being added to the search: {done} of {total}. What is missing is found soon.',
    keys: '↑↓ choose · Enter open · Ctrl+Enter open and go on searching · Ctrl+Shift+C note a call · F6 next part · Esc close',
    scopes:
      'Type for instance sup:build, inv:, cust:, item:, call:, no:F-1001, amount:1250.00, ocr:, account: (bg, pg, iban), org:, name:, page:"carry chair".',
    kind: { invoice: 'Invoices', supplier: 'Suppliers', customer: 'Customers', article: 'Articles', call: 'Calls' },
    oneKind: { invoice: 'Invoice', supplier: 'Supplier', customer: 'Customer', article: 'Article', call: 'Call' },
    onPage: 'text on the page',
    like: 'is like it',
    state: { blocked: 'blocked', ended: 'ended' },
    noSender: 'Unknown sender',
    page: 'Page {page}',
    lastEvent: 'Latest',
    number: 'Number',
    city: 'Town',
    stateName: 'State',
    formerName: 'Formerly',
    fault: {
      'unknown-scope':
        'There is no "{word}:". These can be used: inv:, sup:, cust:, item:, call:, no:, amount:, ocr:, account:, org:, name: and page:.',
      'value-missing': 'Type what to search for after "{word}:".',
      'not-an-amount': '"{word}" is no amount. Type for instance amount:1250.00.',
      'ambiguous-amount': '"{word}" can be read in two ways. Type 1 234 or 1.23.',
      'not-a-number': '"{word}" has no digits. Type the number, or search without the word before the colon.',
      'quote-not-closed': 'The quotation mark is not closed. Put a " after "{word}" too.',
    },
  },
};

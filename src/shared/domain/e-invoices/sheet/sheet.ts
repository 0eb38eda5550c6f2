/** One value to be shown: its term by number, its text with currency or unit behind it, and where it stands in the file. */
export type SheetValue = { readonly bt: ShownTerm; readonly text: string; readonly path: string };

/** What is shown of one group of terms, in order. */
export type SheetBlock = { readonly group: SheetGroup; readonly values: readonly SheetValue[] };

/** A table: its columns that any row has, and its rows, each with all that it says, also what is in no column. `rowCount`: how many the invoice has, should they be too many to show. */
export type SheetTable = {
  readonly group: SheetTableGroup;
  readonly columns: readonly ShownTerm[];
  readonly rowCount: number;
  readonly rows: readonly (readonly SheetValue[])[];
};

/** An e-invoice as a page for people: everything that it says, in the order in which an invoice is read. */
export type Sheet = { readonly blocks: readonly SheetBlock[]; readonly tables: readonly SheetTable[] };

export const sheetGroups = [
  'invoice',
  'seller',
  'buyer',
  'payee',
  'taxRepresentative',
  'delivery',
  'payment',
  'references',
  'totals',
  'notes',
] as const;
export type SheetGroup = (typeof sheetGroups)[number];
export const sheetTableGroups = ['lines', 'adjustments', 'vat', 'documents'] as const;
export type SheetTableGroup = (typeof sheetTableGroups)[number];

/** The terms by which values are labelled; those of buyer, payee and others go by the seller's number where they mean the same. */
export const shownTerms = [
  ...(['BT-1', 'BT-2', 'BT-3', 'BT-5', 'BT-6', 'BT-7', 'BT-8', 'BT-9', 'BT-10', 'BT-11', 'BT-12', 'BT-13', 'BT-14'] as const),
  ...(['BT-15', 'BT-16', 'BT-17', 'BT-18', 'BT-19', 'BT-20', 'BT-22', 'BT-23', 'BT-24', 'BT-25', 'BT-27', 'BT-28'] as const),
  ...(['BT-29', 'BT-30', 'BT-31', 'BT-32', 'BT-33', 'BT-34', 'BT-35', 'BT-40', 'BT-41', 'BT-42', 'BT-43', 'BT-72'] as const),
  ...(['BT-73', 'BT-81', 'BT-82', 'BT-83', 'BT-84', 'BT-85', 'BT-86', 'BT-87', 'BT-89', 'BT-90', 'BT-91', 'BT-92'] as const),
  ...(['BT-93', 'BT-94', 'BT-97', 'BT-98', 'BT-99', 'BT-106', 'BT-107', 'BT-108', 'BT-109', 'BT-110', 'BT-111'] as const),
  ...(['BT-112', 'BT-113', 'BT-114', 'BT-115', 'BT-116', 'BT-117', 'BT-118', 'BT-119', 'BT-120', 'BT-121', 'BT-122'] as const),
  ...(['BT-123', 'BT-124', 'BT-125', 'BT-126', 'BT-127', 'BT-128', 'BT-129', 'BT-131', 'BT-132', 'BT-133', 'BT-134'] as const),
  ...([
    'BT-136',
    'BT-141',
    'BT-146',
    'BT-147',
    'BT-148',
    'BT-149',
    'BT-151',
    'BT-152',
    'BT-153',
    'BT-154',
    'BT-155',
    'BT-156',
  ] as const),
  ...(['BT-157', 'BT-158', 'BT-159', 'BT-160'] as const),
] as const;
export type ShownTerm = (typeof shownTerms)[number];

/** What a filter may ask about, and what kind of values it is held against. */
export const filterFields = {
  amount: { kind: 'amount', words: ['belopp', 'amount'] },
  due: { kind: 'day', words: ['förfaller', 'due'] },
  answer: { kind: 'day', words: ['svar', 'answer'] },
  dated: { kind: 'day', words: ['fakturadatum', 'dated'] },
  received: { kind: 'day', words: ['inkom', 'received'] },
  verified: { kind: 'day', words: ['verifierades', 'verified'] },
  returns: { kind: 'day', words: ['åter', 'returns'] },
  supplier: { kind: 'text', words: ['leverantör', 'supplier'] },
  number: { kind: 'text', words: ['nummer', 'number'] },
  currency: { kind: 'text', words: ['valuta', 'currency'] },
  status: {
    kind: 'word',
    words: ['status', 'state'],
    values: {
      notices: ['påminnelse', 'notice'],
      'to-verify': ['att-verifiera', 'to-verify'],
      parked: ['parkerad', 'parked'],
      verified: ['verifierad', 'verified'],
      approved: ['attesterad', 'approved'],
      duplicate: ['dubblett', 'duplicate'],
      returned: ['återsänd', 'returned'],
    },
  },
  type: {
    kind: 'word',
    words: ['typ', 'type'],
    values: {
      invoice: ['faktura', 'invoice'],
      credit_note: ['kredit', 'credit'],
      reminder: ['påminnelse', 'reminder'],
      collection_demand: ['inkasso', 'collection'],
      other: ['annat', 'other'],
    },
  },
  locked: { kind: 'word', words: ['låst', 'locked'], values: { me: ['mig', 'me'], no: ['nej', 'no'], yes: ['ja', 'yes'] } },
  register: { kind: 'word', words: ['register'], values: { no: ['nej', 'no'], yes: ['ja', 'yes'] } },
  twin: {
    kind: 'word',
    words: ['tvilling', 'twin'],
    values: { no: ['nej', 'no'], yes: ['ja', 'yes'], released: ['falskt-larm', 'false-alarm'] },
  },
  'e-invoice': {
    kind: 'word',
    words: ['e-faktura', 'e-invoice'],
    values: { faulty: ['felaktig', 'faulty'], remarks: ['anmärkning', 'remarks'], sound: ['riktig', 'sound'] },
  },
  answered: {
    kind: 'word',
    words: ['besvarad', 'answered'],
    values: { 'in-time': ['i-tid', 'in-time'], late: ['sent', 'late'] },
  },
  channel: {
    kind: 'word',
    words: ['kanal', 'channel'],
    values: {
      'watched-folder': ['mapp', 'folder'],
      dropped: ['inlagd', 'dropped'],
      'command-line': ['kommando', 'command'],
      'e-mail': ['e-post', 'e-mail'],
    },
  },
} as const satisfies Record<
  string,
  {
    readonly kind: 'amount' | 'day' | 'text' | 'word';
    /** Swedish, then English. */
    readonly words: readonly string[];
    readonly values?: { readonly [value: string]: readonly string[] };
  }
>;
export type FilterField = keyof typeof filterFields;

/** The field that a word names, in either language. */
export const fieldNamed = (word: string): FilterField | undefined =>
  (Object.keys(filterFields) as FilterField[]).find((name) => (filterFields[name].words as readonly string[]).includes(word));

/** What stands for one value of a field of words. */
export function valueNamed(field: FilterField, word: string): string | undefined {
  const found = valuesOf(field);
  return Object.keys(found).find((value) => found[value]?.includes(word));
}

/** The values of a field of words, each with its words; none: any value will do. */
export function valuesOf(field: FilterField): { readonly [value: string]: readonly string[] } {
  const known = filterFields[field];
  return 'values' in known ? known.values : {};
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import type { PageFlag, PageWords } from '../../../src/shared/base/page.ts';
import { proposeDocuments } from '../../../src/shared/domain/extraction/index.ts';
import { aPage } from '../../make/documents/a-page.ts';

const today = '2026-11-22' as Day;

const anInvoice = (number: string, { foot = '', giro = '991-1017' } = {}): readonly string[] => [
  'Exempelbolaget AB                      FAKTURA',
  `Fakturanr ${number}            Fakturadatum 2026-11-02`,
  'Papper                                          800,00',
  'Moms 25 %                                       200,00',
  'Att betala                                    1 000,00',
  `Bankgiro ${giro}`,
  foot,
];
const flagged = (page: PageWords, ...flags: PageFlag[]): PageWords => ({ ...page, flags });

/** Rows of each page in turn → 'pages/appendices' of each document, and what was dropped. */
function plan(pages: readonly (readonly string[] | PageWords)[]) {
  const words = pages.map((page, at) => ('words' in page ? { ...page, page: at + 1 } : aPage(page, at + 1)));
  const { documents, dropped } = proposeDocuments(words, { suppliers: [], today });
  return { documents: documents.map((one) => [one.pages, one.appendixPages]), dropped };
}

describe('the pages of a batch', () => {
  test('are parted by invoice number, and by page numbers in every usual form', () => {
    const pages = [
      anInvoice('101', { foot: 'Sida 1 av 2' }),
      ['Fakturanr 101', 'Sida 2 av 2'],
      anInvoice('102', { foot: 'Sid 1(1)' }),
      anInvoice('103'),
      anInvoice('104'),
    ];
    expect(plan(pages).documents).toEqual([
      [[1, 2], []],
      [[3], []],
      [[4], []],
      [[5], []],
    ]);
  });

  test('that are blank are dropped and part nothing', () => {
    const pages = [anInvoice('101', { foot: 'Sida 1 av 2' }), flagged(aPage(['']), 'blank'), ['Fakturanr 101', 'Sida 2 av 2']];
    expect(plan(pages)).toEqual({ documents: [[[1, 3], []]], dropped: [{ page: 2, why: 'blank' }] });
  });

  test('that are separator sheets part, even where the next page looks like more of the same', () => {
    const sheet = { ...aPage(['PATCH T']), codes: [{ format: 'Code128', text: 'PATCHT', box: [0, 0, 1, 0.1] as const }] };
    expect(plan([anInvoice('101'), sheet, anInvoice('101')])).toEqual({
      documents: [
        [[1], []],
        [[3], []],
      ],
      dropped: [{ page: 2, why: 'separator' }],
    });
  });

  test('that are something else are appendices of the invoice before them, their own page numbers notwithstanding', () => {
    const note = aPage(['FÖLJESEDEL', 'Ordernr 7781         Sida 1 av 1', '2 st papper']);
    const large = { ...note, words: note.words.map((word) => ({ ...word, box: grown(word.box, word.text === 'FÖLJESEDEL') })) };
    expect(plan([anInvoice('101'), large, anInvoice('102')]).documents).toEqual([
      [[1, 2], [2]],
      [[3], []],
    ]);
  });

  test.each([
    ['another sender, without a heading', ['Org.nr 556012-5790', 'Att betala 50,00', 'Bankgiro 5050-1055'], 2],
    ['the next number of the same sender', ['Fakturanr 17788', 'Org.nr 556677-8899', 'Att betala 50,00', 'Bankgiro 991-1017'], 2],
    ['another sum of the same sender', ['Org.nr 556677-8899', 'Att betala 50,00', 'Bankgiro 991-1017'], 2],
    ['the same sum again, no more', ['Org.nr 556677-8899', 'Att betala 1 000,00', 'Bankgiro 991-1017'], 1],
    ['a reminder', ['PÅMINNELSE', 'Att betala 1 000,00', 'Bankgiro 991-1017'], 2],
    ['the same sender, and no more than that', ['Org.nr 556677-8899', 'Tack för ert köp'], 1],
  ] as const)('part at %s', (_, rows, documents) => {
    expect(plan([[...anInvoice('101'), 'Org.nr 556677-8899'], rows]).documents).toHaveLength(documents);
  });

  test('part at an invoice with its number after a reminder that tells neither sum nor giro', () => {
    expect(
      plan([
        ['PÅMINNELSE', 'Vi saknar er betalning'],
        ['FAKTURA', 'Fakturanr 17788'],
      ]).documents,
    ).toHaveLength(2);
    expect(
      plan([
        ['PÅMINNELSE', 'Vi saknar er betalning'],
        ['Fakturanr 17788', 'av den 1 oktober'],
      ]).documents,
    ).toHaveLength(1);
  });

  test('stay one document where a page only goes on', () => {
    expect(plan([anInvoice('101').slice(0, 3), ['Att betala 1 000,00', 'Bankgiro 991-1017']]).documents).toEqual([[[1, 2], []]]);
  });
});

const grown = ([x0, y0, x1, y1]: PageWords['words'][number]['box'], isGrown: boolean) =>
  isGrown ? ([x0, y0, x1, y1 + (y1 - y0)] as const) : ([x0, y0, x1, y1] as const);

test('each page is in one document or dropped, and a later page never changes where an earlier document ends', () => {
  const lines = fc.constantFrom(...anInvoice('101'), 'Sida 1 av 2', 'Sida 2 av 2', 'Fakturanr 7', 'FAKTURA', 'Bilaga', '');
  const page = fc.tuple(fc.array(lines, { maxLength: 8 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 7 }), (some) => {
      const pages = some.map(([rows, isBlank], at) => flagged(aPage(rows, at + 1), ...(isBlank ? (['blank'] as const) : [])));
      const whole = proposeDocuments(pages, { suppliers: [], today });
      const numbers = [...whole.documents.flatMap((one) => one.pages), ...whole.dropped.map((one) => one.page)];
      expect(numbers.sort((a, b) => a - b)).toEqual(pages.map((one) => one.page));
      for (let count = 1; count < pages.length; count += 1) {
        const begun = proposeDocuments(pages.slice(0, count), { suppliers: [], today }).documents;
        expect(whole.documents.slice(0, Math.max(0, begun.length - 1))).toEqual(begun.slice(0, -1));
      }
    }),
    { numRuns: 60 },
  );
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BadCorrections, readCorrections } from '../../src/cli/corrections.ts';
import { listFiles } from '../../src/cli/list-files.ts';
import { openSupplierBook } from '../../src/cli/supplier-book.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { findSupplierKeys, type LearnedAnchor } from '../../src/shared/domain/extraction/index.ts';
import { emptyField, type Fields } from '../../src/shared/domain/invoice-fields/index.ts';
import { aFolder } from '../make/workspace.ts';

const today = '2026-11-22' as Day;

async function read(text: string, files: readonly string[] = []) {
  using folder = aFolder();
  const path = join(folder.path, 'rättat.jsonl');
  writeFileSync(path, text);
  return await readCorrections(path, files, today);
}
const fieldsOf = async (fields: object) =>
  (await read(JSON.stringify({ file: 'a.pdf', documents: [{ fields }] })))[0]?.documents[0]?.fields;

describe('corrections', () => {
  test('values are taken in their usual shapes, bare or with a place; what is no field of ours is passed over', async () => {
    expect(
      await fieldsOf({
        ...{
          organisationNumber: '556677-8899',
          invoiceDate: '2 nov 2026',
          totalMinor: 125_000,
          netMinor: '1 000,00',
          dueDate: null,
        },
        ...{ invoiceNumber: { value: 'F-1', page: 2, box: [0.1, 0.1, 0.2, 0.2], confidence: 0.9 }, favouriteColour: 'blue' },
      }),
    ).toEqual({
      organisationNumber: { value: '5566778899', page: null, box: null },
      invoiceDate: { value: '2026-11-02', page: null, box: null },
      totalMinor: { value: 125_000, page: null, box: null },
      netMinor: { value: 100_000, page: null, box: null },
      dueDate: { value: null, page: null, box: null },
      invoiceNumber: { value: 'F-1', page: 2, box: [0.1, 0.1, 0.2, 0.2] },
    });
  });

  test('a list, or an object a line; lines that tell of an error say nothing', async () => {
    const one = { file: 'a.pdf', documents: [{ pages: [1, 2], fields: {} }] };
    const failed = { file: 'b.pdf', error: { code: 'damaged', message: '' } };
    const wanted = [{ file: 'a.pdf', documents: [{ pages: [1, 2], fields: {} }] }];
    expect(await read(JSON.stringify([one, failed]))).toEqual(wanted);
    expect(await read(`${JSON.stringify(one)}\r\n\n${JSON.stringify(failed)}\n`)).toEqual(wanted);
    expect(await read(JSON.stringify(one))).toEqual(wanted);
    expect(await read(JSON.stringify({ file: 'a.pdf', pages: [1, 2], fields: {} }))).toEqual(wanted);
  });

  test('a file is looked for beside the corrections, from here, and by its name among the listed', async () => {
    using folder = aFolder();
    mkdirSync(join(folder.path, 'in'));
    for (const name of ['in/a.pdf', 'b.pdf']) writeFileSync(join(folder.path, name), '');
    const path = join(folder.path, 'rättat.json');
    const listed = [join(folder.path, 'in', '.', 'a.pdf')];
    writeFileSync(
      path,
      JSON.stringify(['in/a.pdf', 'somewhere/else/a.pdf', 'b.pdf', 'gone.pdf'].map((file) => ({ file, documents: [] }))),
    );
    expect((await readCorrections(path, listed, today)).map(({ file }) => file)).toEqual([
      ...[listed[0], listed[0], join(folder.path, 'b.pdf'), 'gone.pdf'],
    ]);
  });

  test.each(['{"file": 1}', '{"file": "a"', '[{"file": "a", "documents": [{"fields": {"dueDate": [1]}}]}]'])(
    '%s is refused',
    async (text) => {
      await expect(read(text)).rejects.toBeInstanceOf(BadCorrections);
    },
  );
});

test('a folder stands for the pictures and PDFs in it, in the order of their paths', async () => {
  using folder = aFolder();
  mkdirSync(join(folder.path, 'b', '.dold'), { recursive: true });
  for (const name of ['c.PDF', 'b/a.tiff', 'b/note.txt', 'a.jpg', '.x.pdf', 'b/.dold/a.pdf'])
    writeFileSync(join(folder.path, name), '');
  const named = join(folder.path, 'b', 'note.txt');
  expect(await listFiles([folder.path, named])).toEqual([
    ...['a.jpg', 'b/a.tiff', 'c.PDF'].map((name) => join(folder.path, name)),
    named,
  ]);
});

describe('the book of suppliers', () => {
  const said = (fields: Record<string, string>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, page: null, box: null }]));

  test('the same organisation number, or the same name where only one has a number, is the same supplier', () => {
    const book = openSupplierBook([
      { name: 'Exempelbolaget AB', organisationNumber: '5566778899', bankgiros: [], plusgiros: [], ibans: [] },
    ]);
    const first = book.supplierOf(said({ organisationNumber: '5566778899', supplierName: 'Exempel', bankgiro: '9912346' }));
    expect(first).toMatchObject({ name: 'Exempelbolaget AB', bankgiros: ['9912346'] });
    const second = book.supplierOf(said({ supplierName: 'EXEMPELBOLAGET AB', bankgiro: '9912346', plusgiro: '12344' }));
    expect(second).toMatchObject({
      id: first?.id,
      organisationNumber: '5566778899',
      bankgiros: ['9912346'],
      plusgiros: ['12344'],
    });
    expect(book.supplierOf(said({ vatNumber: 'SE556677889901' }))?.id).toBe(first?.id);
    expect(book.supplierOf(said({ supplierName: 'Exempelbolaget AB', organisationNumber: '2021002817' }))?.id).not.toBe(
      first?.id,
    );
    const foreign = book.supplierOf(said({ supplierName: 'Beispiel', iban: 'DE89370400440532013000' }));
    expect(foreign).toMatchObject({ ibans: ['DE89370400440532013000'] });
    expect(book.supplierOf(said({ iban: 'DE89370400440532013000' }))?.id).toBe(foreign?.id);
    expect(book.supplierOf({})).toBeUndefined();
    expect(book.supplierOf(said({ bankgiro: '1234567' }))).toBeUndefined(); // it has no name yet
  });

  test('tells what it knows of the suppliers whose numbers stand on a page, and of no others', () => {
    const book = openSupplierBook([]);
    const supplier = book.supplierOf(said({ supplierName: 'Exempelbolaget AB', organisationNumber: '5566778899' }));
    book.supplierOf(said({ supplierName: 'Ett annat AB', organisationNumber: '2021002817' }));
    const supplierId = supplier?.id ?? ('' as never);
    const anchor: LearnedAnchor = {
      ...{ ruleId: 'a.pdf: invoiceNumber', supplierId, field: 'invoiceNumber', page: 1, label: 'nr', dx0: 0.1, dx1: 0.2, dy: 0 },
      ...{ shape: '9', stands: true },
    };
    book.teach(anchor);
    book.teach({ ...anchor, dx0: 0.5, dx1: 0.6 }); // takes the place of the one before
    const fields = new Proxy({}, { get: () => emptyField('absent') }) as Fields;
    for (const n of [1, 2, 3, 4]) book.addPlaces({ invoiceId: `${n}` as never, supplierId, firstPage: 1, fields });
    const word = (text: string, n: number) => ({
      text,
      box: [0.1 * n, 0.1, 0.1 * n + 0.05, 0.12] as const,
      confidence: 1,
      line: 1,
    });
    const page = {
      ...({ page: 1, widthPx: 100, heightPx: 100, textSource: 'ocr', again: [], codes: [], flags: [] } as const),
      words: [word('Org.nr', 1), word('556677-8899', 3)],
    };
    const known = book.knowledge(findSupplierKeys([page]));
    expect(known.suppliers.map(({ name }) => name)).toEqual(['Exempelbolaget AB']);
    expect(known.anchors).toEqual([{ ...anchor, dx0: 0.5, dx1: 0.6 }]);
    expect(known.repeated.map(({ invoiceId }) => invoiceId)).toEqual(['4', '3', '2']);
    expect(book.knowledge(findSupplierKeys([{ ...page, words: [] }])).suppliers).toEqual([]);
  });
});

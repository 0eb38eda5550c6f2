import { describe, expect, test } from 'vitest';
import { dayInSweden } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import type { Word } from '../../../src/shared/base/page.ts';
import {
  type AskedPixels,
  evolveRegisterChange,
  placeOfNumber,
  type RegisterChange,
} from '../../../src/shared/domain/register-changes/index.ts';
import { registerChangeCommands } from '../../../src/shared/run/commands/register-changes.ts';
import { entities } from '../../../src/shared/run/entities/index.ts';
import { anna, aReadFile, aScannedInvoice, exempelbolaget } from '../../make/invoices.ts';
import { lookupStore } from '../../make/lookup-store.ts';

const wordsOf = (...lines: readonly string[]): readonly Word[] =>
  lines.flatMap((text, line) =>
    text
      .split(' ')
      .map((word, at) => ({ text: word, box: [at / 10, line / 10, (at + 1) / 10, (line + 1) / 10], confidence: 1, line })),
  );

describe('the place of a number on a page', () => {
  const page = wordsOf('Vårt nya bankgiro är 5050-1055. Tack', 'IBAN SE35 5000 0000 0549 1000 0003', 'Tel 5050', '1055');
  test.each([
    ['505-01055', '5050-1055.', [0.4, 0, 0.5, 0.1]],
    ['SE3550000000054910000003', 'SE35 5000 0000 0549 1000 0003', [0.1, 0.1, 0.7, 0.2]],
    ['5050-1056', null, null],
    ['5050', null, null], // too short to be sure of
    ['10555050', null, null],
  ] as const)('%s', (number, text, box) => {
    const found = placeOfNumber(page, number);
    expect(found?.text ?? null).toBe(text);
    if (box !== null) for (const [place, edge] of box.entries()) expect(found?.box[place]).toBeCloseTo(edge);
  });
});

describe('what a change builds on, as it is printed', () => {
  const invoice = aScannedInvoice({ fileId: aReadFile.id });
  const atMs = Date.UTC(2026, 10, 22, 11);
  const store = lookupStore();
  store.add('supplier', exempelbolaget);
  store.add('sourceFile', aReadFile);
  store.add('supplierInvoice', invoice);
  const command = registerChangeCommands['registers/request-change'];
  const ask = async (pixels: Pick<AskedPixels, 'fileId' | 'page'>, scopes: readonly string[]) => {
    const input = command.input.parse({
      ...{ changeId: '0190dddd-0000-7000-8000-000000000001', supplierId: exempelbolaget.id, reason: 'de har bytt bank' },
      wanted: { kind: 'set-payment-days', from: null, to: 30 },
      source: { kind: 'letter', note: '', invoiceId: null, pixels: { ...pixels, box: [0, 0, 1, 1], text: '' } },
    });
    const ctx = { actor: anna, device: 'a', atMs, today: dayInSweden(atMs), scopes };
    return command.decide((await command.load(store, input, ctx)) as never, input, ctx);
  };
  const everything = ['unit:main', 'reg:suppliers'];

  test.each([
    ['a page of an invoice', { fileId: aReadFile.id, page: 1 }],
    ['a letter that went among the dropped', { fileId: aReadFile.id, page: 2 }],
  ])('%s is kept with its picture, which whoever may hold the change may see', async (_, pixels) => {
    const asked = await ask(pixels, everything);
    const [event] = asked.ok ? asked.value : [];
    if (event?.on !== 'registerChange') throw new Error('not asked for');
    const change: RegisterChange = evolveRegisterChange(undefined, event);
    const { imageSha256 } = invoice.pages[0] ?? { imageSha256: '' };
    expect(change.source.pixels).toMatchObject({ ...pixels, imageSha256, imageType: 'image/png' });
    expect(entities.registerChange.cites(change)).toEqual([imageSha256]);
  });

  test.each([
    ['no such page', { fileId: aReadFile.id, page: 3 }, everything],
    ['no such file', { fileId: asId<'sourceFile'>('0190aaaa-0000-7000-8000-0000000000ff'), page: 1 }, everything],
    ['another unit’s', { fileId: aReadFile.id, page: 1 }, ['unit:other', 'reg:suppliers']],
  ])('%s is refused', async (_, pixels, scopes) => {
    expect(await ask(pixels, scopes)).toMatchObject({ error: { code: 'no-such-page' } });
  });
});

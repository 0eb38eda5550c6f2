import { modulus10Digit } from '../../../src/shared/base/check-digits.ts';
import type { Day } from '../../../src/shared/base/day.ts';
import { companies } from './companies.ts';
import { drawBanded } from './layout-banded.ts';
import { drawBoxed } from './layout-boxed.ts';
import { drawClassic } from './layout-classic.ts';
import { drawReminder } from './layout-letter.ts';
import { drawWithSlip } from './layout-slip.ts';
import type { PaperInvoice, PaperLine } from './paper-invoice.ts';
import { clean, photograph, type Wear, wear } from './photograph.ts';
import { asJpeg, asPng, asTiff } from './save-page.ts';
import { type Chance, seeded } from './seeded.ts';
import { type DocumentTruth, truthOf, type Unprinted } from './truth.ts';
import * as wares from './wares.ts';

/** One file of the demonstration and what a perfect reading of it gives; no truth for the broken file. */
export type DemonstrationFile = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly documents: readonly DocumentTruth[];
};

/** Makes one file after the other; the same seed gives the same bytes. */
export async function* makeDemonstration(seed: number): AsyncGenerator<DemonstrationFile> {
  for (const [place, plan] of plans.entries()) {
    const chance = seeded(seed + place);
    const pdf = await plan.draw(plan.invoice);
    const { bytes, pageCount } = await plan.save(pdf, chance);
    const pages = Array.from({ length: pageCount }, (_, index) => index + 1);
    yield { fileName: plan.fileName, bytes, documents: plan.broken ? [] : [truthOf(plan.invoice, pages, plan)] };
  }
}

type Saved = { readonly bytes: Uint8Array; readonly pageCount: number };
type Plan = Unprinted & {
  readonly fileName: string;
  readonly invoice: PaperInvoice;
  readonly draw: (invoice: PaperInvoice) => Promise<Uint8Array>;
  readonly save: (pdf: Uint8Array, chance: Chance) => Promise<Saved>;
  readonly broken?: boolean;
};

const plain = {
  type: 'invoice',
  termsDays: 30,
  ocr: null,
  purchaseOrder: null,
  roundsToKronor: false,
  feeMinor: 0,
} as const;

const invoice = (facts: Omit<PaperInvoice, keyof typeof plain> & Partial<PaperInvoice>): PaperInvoice => ({ ...plain, ...facts });
const checked = (base: string): string => `${base}${modulus10Digit(base)}`;
/** Level 3: the length, both control digits counted, before the check digit. */
const ocrOf = (base: string): string => checked(`${base}${(base.length + 2) % 10}`);

const asPdf = async (pdf: Uint8Array): Promise<Saved> => ({ bytes: pdf, pageCount: 1 });

const scannedJpeg =
  (how: Wear, { dpi = 300, quality = 45 } = {}) =>
  async (pdf: Uint8Array, chance: Chance): Promise<Saved> => {
    const [page] = await photograph(pdf, dpi);
    if (!page) throw new Error('Nothing was drawn');
    return { bytes: await asJpeg(await wear(page, how, chance), dpi, quality), pageCount: 1 };
  };

const scannedPng =
  (how: Wear) =>
  async (pdf: Uint8Array, chance: Chance): Promise<Saved> => {
    const [page] = await photograph(pdf, 200);
    if (!page) throw new Error('Nothing was drawn');
    return { bytes: await asPng(await wear(page, how, chance), 200), pageCount: 1 };
  };

const scannedTiff = async (pdf: Uint8Array, chance: Chance): Promise<Saved> => {
  const pages = await photograph(pdf, 300);
  const worn = [];
  for (const page of pages) worn.push(await wear(page, { ...clean, noise: 6, specks: 1 }, chance));
  return { bytes: await asTiff(worn, 300), pageCount: pages.length };
};

/** A file that was cut off on its way. */
const truncated = async (pdf: Uint8Array, chance: Chance): Promise<Saved> => {
  const { bytes } = await scannedJpeg(clean)(pdf, chance);
  return { bytes: bytes.slice(0, 9_000), pageCount: 1 };
};

const day = (text: string): Day => text as Day;
const many = (lines: readonly PaperLine[], times: number): readonly PaperLine[] =>
  Array.from({ length: times }, (_, turn) =>
    lines.map((line) => ({ ...line, quantity: line.quantity + turn, description: `${line.description}, v. ${36 + turn}` })),
  ).flat();

const officeInvoice = invoice({
  supplier: companies.office,
  number: '104417',
  issued: day('2026-10-14'),
  ocr: ocrOf('104417'),
  buyerReference: 'RE20417 Maja Provsson',
  purchaseOrder: 'IO-77120',
  customerNumber: '5512',
  ourReference: 'Olle Påhitt',
  lines: wares.office,
});

const plans: readonly Plan[] = [
  { fileName: '01-kontorsvaror.jpg', invoice: officeInvoice, draw: drawClassic, save: scannedJpeg(clean) },
  {
    fileName: '02-stadning-tva-sidor.tif',
    draw: drawClassic,
    save: scannedTiff,
    invoice: invoice({
      supplier: companies.cleaning,
      number: 'F2026-0388',
      issued: day('2026-10-30'),
      buyerReference: 'Lokalvård Hus 4',
      customerNumber: '20 031',
      ourReference: 'Siv Skurberg',
      lines: many(wares.cleaning, 6),
      roundsToKronor: true,
    }),
  },
  {
    fileName: '03-medicinteknik-sned.png',
    draw: drawBoxed,
    save: scannedPng({ skew: 1.8, blur: 0.5, noise: 9, specks: 40, black: 45, white: 235 }),
    invoice: invoice({
      supplier: companies.medical,
      number: '88213',
      issued: day('2026-09-28'),
      ocr: checked('882130'),
      buyerReference: 'Eva Testdotter',
      purchaseOrder: '4500991',
      customerNumber: 'K-310',
      ourReference: 'Bo Mätare',
      lines: wares.medical,
      roundsToKronor: true,
    }),
  },
  {
    fileName: '04-energi.pdf',
    draw: drawBanded,
    save: asPdf,
    invoice: invoice({
      supplier: companies.energy,
      number: '7001234567',
      issued: day('2026-11-02'),
      ocr: checked('700123456'),
      buyerReference: 'Fastighet 12',
      customerNumber: '99 18 27',
      ourReference: 'Kundservice',
      lines: wares.energy,
      termsDays: 20,
    }),
  },
  {
    fileName: '05-kreditfaktura.jpg',
    draw: drawClassic,
    save: scannedJpeg({ ...clean, skew: -0.4, noise: 5 }),
    invoice: invoice({
      ...officeInvoice,
      type: 'credit_note',
      number: '104502',
      issued: day('2026-10-21'),
      ocr: null,
      purchaseOrder: null,
      lines: wares.office.slice(1, 3),
    }),
  },
  {
    fileName: '06-livsmedel-flera-momssatser.jpg',
    draw: drawBanded,
    save: scannedJpeg({ ...clean, noise: 4 }),
    invoice: invoice({
      supplier: companies.food,
      number: '30559',
      issued: day('2026-10-08'),
      ocr: ocrOf('30559'),
      buyerReference: 'Kök Norra',
      purchaseOrder: 'AV2231',
      customerNumber: '7781',
      ourReference: 'Pia Päron',
      lines: wares.food,
      roundsToKronor: true,
    }),
  },
  {
    fileName: '07-paminnelse.pdf',
    draw: drawReminder,
    save: asPdf,
    hides: ['roundingMinor'],
    invoice: invoice({
      supplier: companies.office,
      type: 'reminder',
      number: '104196',
      issued: day('2026-09-01'),
      termsDays: 75,
      ocr: ocrOf('104196'),
      buyerReference: '',
      customerNumber: '5512',
      ourReference: 'Olle Påhitt',
      lines: wares.office.slice(0, 2),
      feeMinor: 6000,
    }),
  },
  {
    fileName: '08-okand-leverantor.jpg',
    draw: drawBoxed,
    save: scannedJpeg({ ...clean, noise: 4 }),
    invoice: invoice({
      supplier: companies.garden,
      number: '2026117',
      issued: day('2026-10-19'),
      buyerReference: 'Parkgruppen',
      customerNumber: '14',
      ourReference: 'Ulf Okänd',
      lines: wares.garden,
    }),
  },
  {
    fileName: '09-girotalong.jpg',
    draw: drawWithSlip,
    save: scannedJpeg({ ...clean, skew: 0.6, noise: 6, specks: 4 }),
    hides: ['purchaseOrderNumber'],
    invoice: invoice({
      supplier: companies.transport,
      number: '61204',
      issued: day('2026-10-26'),
      ocr: ocrOf('6120400'),
      buyerReference: 'Lars Lagersson',
      customerNumber: '870',
      ourReference: 'Tove Tänkt',
      lines: wares.transport,
      roundsToKronor: true,
      termsDays: 28,
    }),
  },
  { fileName: '10-trasig-fil.jpg', invoice: officeInvoice, draw: drawClassic, save: truncated, broken: true },
];

import { posix } from 'node:path';
import { ExchangeFault } from './exchange-fault.ts';
import { limits } from './limits.ts';
import type { XlsxPackage } from './xlsx-package.ts';

/** What the cells of every sheet share: the texts, which styles show a day, and from when days are counted. */
export type XlsxBook = {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly texts: readonly string[];
  readonly dayStyles: ReadonlySet<number>;
  readonly countsFrom1904: boolean;
};

const workbookPart = 'xl/workbook.xml';

export async function readBook(parts: XlsxPackage): Promise<XlsxBook> {
  if (!parts.has(workbookPart)) throw new ExchangeFault('broken-workbook', 'no workbook in it');
  const { sheets, countsFrom1904 } = await readWorkbook(parts);
  if (sheets.length === 0) throw new ExchangeFault('no-sheet');
  return { sheets, countsFrom1904, texts: await readSharedTexts(parts), dayStyles: await readDayStyles(parts) };
}

async function readWorkbook(parts: XlsxPackage): Promise<Pick<XlsxBook, 'sheets' | 'countsFrom1904'>> {
  const targets = new Map<string, string>();
  await listen(parts, 'xl/_rels/workbook.xml.rels', (name, { Id = '', Target = '' }) => {
    if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target));
  });
  const sheets: { name: string; part: string }[] = [];
  let countsFrom1904 = false;
  await listen(parts, workbookPart, (element, attributes) => {
    if (element === 'workbookPr') countsFrom1904 = isTrue(attributes.date1904);
    if (element !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
    const part = targets.get(attributes['r:id'] ?? relationOf(attributes)) ?? '';
    if (parts.has(part)) sheets.push({ name: attributes.name ?? '', part });
  });
  return { sheets, countsFrom1904 };
}

const relationOf = (attributes: { readonly [name: string]: string }): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

/** Shared texts, with the runs of formatted ones put together and the readings above Japanese ones left out. */
async function readSharedTexts(parts: XlsxPackage): Promise<readonly string[]> {
  const path = 'xl/sharedStrings.xml';
  if (!parts.has(path)) return [];
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isReading = false;
  const hears = {
    open: (name: string) => {
      if (name === 'si') text = '';
      if (name === 't') isText = !isReading;
      if (name === 'rPh') isReading = true;
    },
    close: (name: string) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') texts.push(unescaped(text));
    },
    text: (more: string) => {
      if (isText) text += more;
    },
  };
  for await (const _ of parts.parse(path, limits.sharedTextBytes, hears));
  return texts;
}

/** Which of the cell styles show their number as a day. */
async function readDayStyles(parts: XlsxPackage): Promise<ReadonlySet<number>> {
  const path = 'xl/styles.xml';
  const days = new Set<number>();
  if (!parts.has(path)) return days;
  const dayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(String));
  let styles: number | undefined;
  await listen(parts, path, (name, attributes) => {
    if (name === 'numFmt' && showsDay(attributes.formatCode ?? '')) dayFormats.add(attributes.numFmtId ?? '');
    if (name === 'cellXfs') styles = 0;
    if (name === 'cellStyles' || name === 'dxfs') styles = undefined;
    if (name !== 'xf' || styles === undefined) return;
    if (dayFormats.has(attributes.numFmtId ?? '')) days.add(styles);
    styles += 1;
  });
  return days;
}

/** A format with a year or a day in it, outside of quoted text and of colours and places in brackets. */
const showsDay = (format: string): boolean => /[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

async function listen(
  parts: XlsxPackage,
  path: string,
  open: (name: string, attributes: { readonly [name: string]: string }) => void,
): Promise<void> {
  const hears = { open, close: () => {}, text: () => {} };
  for await (const _ of parts.parse(path, limits.smallPartBytes, hears));
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** `_x000D_` stands for a character that XML does not hold: ECMA-376, part 1, 22.9.2.19 (ST_Xstring). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

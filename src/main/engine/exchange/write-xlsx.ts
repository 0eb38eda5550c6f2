import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** Always the same, so that the same rows give the same bytes. */
const madeAt = new Date(Date.UTC(1980, 0, 1));
const form = { mtime: madeAt, mode: 0o100644, forceDosTimestamp: true } as const;

/** A workbook of one sheet, as a stream of bytes. Every cell is text, which no program runs as a formula. */
export function xlsxStream(sheet: string, batches: AsyncIterable<readonly (readonly string[])[]>): NodeJS.ReadableStream {
  const zip = new ZipFile();
  const add = (path: string, text: string): void => zip.addBuffer(Buffer.from(text), path, form);
  add('[Content_Types].xml', contentTypes);
  add('_rels/.rels', relations([['rId1', `${officeNames}/officeDocument`, 'xl/workbook.xml']]));
  add('xl/workbook.xml', workbook(sheet));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ['rId1', `${officeNames}/worksheet`, 'worksheets/sheet1.xml'],
      ['rId2', `${officeNames}/styles`, 'styles.xml'],
    ]),
  );
  add('xl/styles.xml', styles);
  zip.addReadStream(Readable.from(sheetXml(batches)), 'xl/worksheets/sheet1.xml', form);
  zip.end();
  return zip.outputStream;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const mainNames = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${head}<Types xmlns="${packageNames}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetTypes}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/></Types>`;

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${packageNames}/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;

const workbook = (sheet: string): string =>
  `${head}<workbook xmlns="${mainNames}" xmlns:r="${officeNames}"><sheets><sheet name="${escaped(sheetName(sheet))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** At most 31 characters, without those that such programs refuse. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31) || 'Sheet1';

/** One style: text (format 49), so that what is typed into the sheet stays text too. */
const styles = `${head}<styleSheet xmlns="${mainNames}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`;

async function* sheetXml(batches: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${mainNames}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  let row = 0;
  for await (const batch of batches) {
    let text = '';
    for (const cells of batch) {
      row += 1;
      text += `<row r="${row}">${cells.map(cellXml).join('')}</row>`;
    }
    yield text;
  }
  yield '</sheetData></worksheet>';
}

const cellXml = (cell: string): string =>
  cell === '' ? '<c s="1"/>' : `<c s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;

const marks: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML does not hold, or would change, is written as `_x000D_`; a text that looks like that is written so that it comes back. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, (sign) => marks[sign] ?? sign);

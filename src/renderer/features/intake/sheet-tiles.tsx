import type { SheetPage } from '../../../shared/contract/engine.ts';
import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import { nameOf } from '../../sentences.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { AppendixIcon, BarcodeIcon, DroppedIcon, ResumeIcon, WarningIcon } from '../../ui/icons.ts';
import type { Tile } from '../../ui/page-tile.tsx';

/** A page of a file as a small picture with its marks, each a sign and a word. */
export function tileOf(page: SheetPage, t: Texts): Tile {
  const { sheet } = t;
  const caption = fill(sheet.page, { page: page.page });
  const marks = marksOf(page, t);
  const invoice = page.invoice === null ? [] : [nameOf(page.invoice.supplierName, page.invoice.number, t)];
  const waiting = page.role === 'waiting' ? [sheet.notRead] : [];
  return {
    key: String(page.page),
    name: [caption, ...invoice, ...waiting, ...marks.map(({ text }) => text)].join(', '),
    caption,
    source: page.image === null ? null : blobAddress(page.image.sha256, { type: page.image.type }),
    emptyText: page.role === 'waiting' ? sheet.notRead : sheet.noPicture,
    isPale: page.role === 'dropped',
    marks,
  };
}

function marksOf(page: SheetPage, t: Texts): Tile['marks'] {
  const { sheet } = t;
  const plain = (text: string, icon: Tile['marks'][number]['icon']) => ({ text, icon, isWarning: false });
  return [
    ...(page.role === 'dropped'
      ? [plain(fill(sheet.droppedAs, { why: page.why === null ? '' : sheet.drop[page.why].word }), <DroppedIcon aria-hidden />)]
      : []),
    ...(page.role === 'appendix' ? [plain(sheet.appendix, <AppendixIcon aria-hidden />)] : []),
    ...(page.broughtBack ? [plain(sheet.broughtBack, <ResumeIcon aria-hidden />)] : []),
    ...flagsOf(page).map((flag) => ({ text: sheet.flag[flag].word, icon: <WarningIcon aria-hidden />, isWarning: true })),
    ...(page.codes.length > 0 ? [plain(sheet.code, <BarcodeIcon aria-hidden />)] : []),
  ];
}

/** What is to be said of the picture; that a blank page is blank says why it was dropped already. */
export const flagsOf = ({ flags, role }: SheetPage): SheetPage['flags'] =>
  role === 'dropped' ? flags.filter((flag) => flag !== 'blank') : flags;

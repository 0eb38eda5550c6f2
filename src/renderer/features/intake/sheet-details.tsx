import type { SheetPage } from '../../../shared/contract/engine.ts';
import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import { keys } from '../../keys.ts';
import { nameOf } from '../../sentences.ts';
import { useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { BarcodeIcon, DoneIcon, WarningIcon } from '../../ui/icons.ts';
import { PageDetails } from '../../ui/page-details.tsx';
import { ProofList } from '../../ui/proof-list.tsx';
import { flagsOf } from './sheet-tiles.tsx';

type Props = {
  readonly page: SheetPage | undefined;
  readonly onOpen: () => void;
  readonly onRestore: () => void;
};

/** More about the marked page: where it belongs, what is amiss with its picture and what to do, what its barcodes say. */
export function SheetDetails({ page, onOpen, onRestore }: Props) {
  const t = useText();
  const mayNotRestore = useWhyNot('supplier-invoices.correct');
  const { sheet } = t;
  if (page === undefined) return <p>{sheet.noPage}</p>;
  const flags = flagsOf(page);
  const title = fill(sheet.page, { page: page.page });
  return (
    <PageDetails
      title={title}
      pictureName={title}
      source={page.image === null ? null : blobAddress(page.image.sha256, { type: page.image.type })}
      acts={
        <>
          {page.invoice !== null && (
            <Button look="primary" hint={keys.openDocument.combo} onClick={onOpen}>
              {sheet.openDocument}
            </Button>
          )}
          {page.role === 'dropped' && (
            <Button hint={keys.restorePage.combo} whyNot={mayNotRestore} onClick={onRestore}>
              {sheet.restore}
            </Button>
          )}
          {page.broughtBack && (
            <Button hint={keys.restorePage.combo} whyNot={mayNotRestore} onClick={onRestore}>
              {sheet.dropAgain}
            </Button>
          )}
        </>
      }
    >
      {whereSentences(page, t).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {page.image !== null && (
        <ProofList
          title={sheet.quality}
          lines={
            flags.length === 0
              ? [{ key: 'fine', icon: <DoneIcon aria-hidden />, text: sheet.nothingWrong }]
              : flags.map((flag) => ({ key: flag, icon: <WarningIcon aria-hidden />, text: sheet.flag[flag].advice }))
          }
        />
      )}
      {page.codes.length > 0 && (
        <ProofList
          title={sheet.codes}
          lines={page.codes.map(({ format, text, box }) => ({
            key: `${box}`,
            icon: <BarcodeIcon aria-hidden />,
            text: fill(sheet.codeLine, { format, text }),
          }))}
        />
      )}
    </PageDetails>
  );
}

function whereSentences({ role, invoice, why, broughtBack }: SheetPage, t: Texts): readonly string[] {
  const { sheet } = t;
  const reason = why === null ? undefined : sheet.drop[why];
  if (role === 'waiting') return [sheet.isWaiting];
  if (role === 'dropped') return [...(reason === undefined ? [] : [reason.advice]), sheet.isDropped];
  const belongs =
    invoice === null
      ? []
      : [
          fill(sheet.belongsTo, {
            invoice: nameOf(invoice.supplierName, invoice.number, t),
            type: t.documentType[invoice.documentType],
          }),
        ];
  if (broughtBack && reason !== undefined) return [...belongs, fill(sheet.wasDropped, { why: reason.word })];
  return role === 'appendix' ? [...belongs, sheet.isAppendix] : belongs;
}

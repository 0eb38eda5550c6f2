import type { QueueRow } from '../../../shared/contract/engine.ts';
import { useText } from '../../text/use-text.ts';
import { makeStyles, tokens } from '../../ui/style.ts';

/** The supplier as read, and a word when the register does not know it. */
export function SupplierCell({ row }: { readonly row: QueueRow }) {
  const t = useText();
  const styles = useStyles();
  return (
    <>
      {row.supplierName ?? t.invoice.unnamed}
      {!row.supplierKnown && <span className={styles.unknown}>{t.queueScreen.unknownSupplier}</span>}
    </>
  );
}

const useStyles = makeStyles({
  unknown: { marginLeft: '8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

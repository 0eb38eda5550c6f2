import type { Day } from '../../../shared/base/day.ts';
import type { QueueRow } from '../../../shared/contract/engine.ts';
import { useText } from '../../text/use-text.ts';
import { makeStyles, tokens } from '../../ui/style.ts';

type Props = { readonly row: QueueRow; readonly today: Day };

/** The due day; for what is still to be verified also in words when it is today or has passed. */
export function DueDay({ row, today }: Props) {
  const t = useText();
  const styles = useStyles();
  if (row.dueDay === null) return t.common.none;
  const isOpen = row.queue !== 'verified';
  const word = row.dueDay < today ? t.queueScreen.overdue : row.dueDay === today ? t.queueScreen.dueToday : undefined;
  return (
    <>
      {row.dueDay}
      {isOpen && word !== undefined && <span className={styles.word}>{word}</span>}
    </>
  );
}

const useStyles = makeStyles({
  word: { marginLeft: '8px', fontSize: tokens.fontSizeBase200, fontWeight: 600, color: tokens.colorStatusWarningForeground2 },
});

import { makeStyles, tokens } from './style.ts';

type Props = { readonly index: number; readonly top: number; readonly height: number; readonly active: boolean };

/** A row that is on its way: it keeps its place, and the focus if it has it. */
export function DataTableWaiting({ index, top, height, active }: Props) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy
      tabIndex={active ? 0 : -1}
      data-row={index}
      className={styles.row}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: part of a virtual grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its row has the focus */}
      <div role="gridcell" aria-colindex={1} className={styles.cell}>
        …
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  cell: { padding: '4px 10px', color: tokens.colorNeutralForeground3 },
});

import { memo, type ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from './style.ts';

export type Tile = {
  readonly key: string;
  /** All there is to say of it, for those who hear the screen. */
  readonly name: string;
  readonly caption: string;
  /** Null while there is no picture. */
  readonly source: string | null;
  readonly emptyText: string;
  /** Shown paler: it does not count among the rest. */
  readonly isPale: boolean;
  readonly marks: readonly { readonly text: string; readonly icon: ReactElement; readonly isWarning: boolean }[];
};

type Props = {
  readonly tile: Tile;
  readonly index: number;
  readonly column: number;
  readonly active: boolean;
  readonly width: number;
  readonly height: number;
  readonly onFocus: (index: number) => void;
  readonly onOpen: (index: number) => void;
};

/** More marks than this are counted; the detail beside the sheet tells them all. */
const mostMarks = 2;

/** One small page of a contact sheet. */
export const PageTile = memo(function PageTile({ tile, index, column, active, width, height, onFocus, onOpen }: Props) {
  const styles = useStyles();
  const shown = tile.marks.slice(0, tile.marks.length > mostMarks ? mostMarks - 1 : mostMarks);
  const [next] = tile.marks.slice(shown.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the sheet takes the keys for its pages
    <div
      role="gridcell"
      aria-selected={active}
      aria-colindex={column + 1}
      aria-label={tile.name}
      title={tile.name}
      tabIndex={active ? 0 : -1}
      data-tile={index}
      className={mergeClasses(styles.tile, active && styles.active)}
      style={{ width, height }}
      onFocus={() => onFocus(index)}
      onClick={(event) => event.currentTarget.focus()}
      onDoubleClick={() => onOpen(index)}
    >
      <span className={mergeClasses(styles.sheet, tile.isPale && styles.pale)}>
        {tile.source === null ? (
          <span className={styles.none}>{tile.emptyText}</span>
        ) : (
          <img
            src={tile.source}
            alt=""
            draggable={false}
            loading="lazy"
            decoding="async"
            className={styles.image}
            onError={({ currentTarget }) => {
              currentTarget.style.visibility = 'hidden';
            }}
          />
        )}
      </span>
      <span className={styles.caption}>{tile.caption}</span>
      {shown.map(({ text, icon, isWarning }) => (
        <span key={text} className={mergeClasses(styles.mark, isWarning && styles.warning)}>
          <span className={styles.icon}>{icon}</span>
          <span className={styles.word}>{text}</span>
        </span>
      ))}
      {next !== undefined && (
        <span className={styles.mark}>
          <span className={styles.icon}>{next.icon}</span>
          <span className={styles.word}>{`+${tile.marks.length - shown.length}`}</span>
        </span>
      )}
    </div>
  );
});

const useStyles = makeStyles({
  tile: {
    display: 'flex',
    flexDirection: 'column',
    padding: '5px',
    borderRadius: tokens.borderRadiusMedium,
    border: '2px solid transparent',
    cursor: 'pointer',
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outlineOffset: '-2px' },
    '@media (forced-colors: active)': { borderTopColor: 'Canvas', borderRightColor: 'Canvas', borderBottomColor: 'Canvas' },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  sheet: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    backgroundColor: '#fff',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  pale: { '& img': { opacity: 0.45 }, border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  image: { width: '100%', height: '100%', objectFit: 'contain', userSelect: 'none' },
  none: { color: '#616161', padding: '6px', textAlign: 'center' },
  caption: { fontWeight: 600, flexShrink: 0, marginTop: '3px' },
  mark: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '4px',
    minWidth: 0,
    flexShrink: 0,
    color: tokens.colorNeutralForeground2,
  },
  warning: { color: tokens.colorStatusWarningForeground3, fontWeight: 600 },
  icon: { display: 'inline-flex', flexShrink: 0 },
  word: { minWidth: 0, overflowWrap: 'anywhere' },
});

import type { Box } from '../../shared/base/page.ts';
import { makeStyles, mergeClasses } from './style.ts';

export type PageBox = {
  readonly key: string;
  readonly box: Box;
  /** `point`: the word that the arrows stand on · `zone`: a rectangle that is being read. */
  readonly kind: 'faint' | 'focus' | 'match' | 'point' | 'zone';
  readonly label?: string;
};

type Props = { readonly boxes: readonly PageBox[]; readonly hovered: Box | undefined; readonly drawn?: Box | undefined };

/** Outlines on a page. The colours are for white paper, in the dark theme too; outline and label bear the meaning. */
export function PageBoxes({ boxes, hovered, drawn }: Props) {
  const styles = useStyles();
  return (
    <div aria-hidden className={styles.layer}>
      {boxes.map(({ key, box, kind, label }) => (
        <div key={key} data-box={kind} className={mergeClasses(styles.box, styles[kind])} style={placeOf(box, roomAround[kind])}>
          {label !== undefined && (
            <span
              className={mergeClasses(
                styles.label,
                box[1] < 0.03 && styles.labelBelow,
                box[0] > 0.7 && styles.labelLeftwards,
                (kind === 'point' || kind === 'zone') && styles.labelStrong,
              )}
            >
              {label}
            </span>
          )}
        </div>
      ))}
      {drawn !== undefined && <div data-box="zone" className={mergeClasses(styles.box, styles.zone)} style={placeOf(drawn, 0)} />}
      {hovered !== undefined && <div className={mergeClasses(styles.box, styles.hovered)} style={placeOf(hovered, 2)} />}
    </div>
  );
}

/** Pixels between what stands in a box and its outline's outer edge. */
const roomAround = { faint: 2, match: 2, focus: 4, point: 6, zone: 0 } as const;

const placeOf = ([x0, y0, x1, y1]: Box, room: number) => ({
  left: `calc(${x0 * 100}% - ${room}px)`,
  top: `calc(${y0 * 100}% - ${room}px)`,
  width: `calc(${(x1 - x0) * 100}% + ${room * 2}px)`,
  height: `calc(${(y1 - y0) * 100}% + ${room * 2}px)`,
});

const useStyles = makeStyles({
  layer: { position: 'absolute', inset: 0, pointerEvents: 'none' },
  box: { position: 'absolute', borderRadius: '3px' },
  faint: { border: '1px solid rgba(15, 84, 140, 0.32)' },
  match: { border: '2px dashed #8a5a00', backgroundColor: 'rgba(255, 214, 90, 0.25)' },
  focus: {
    border: '2px solid #0f548c',
    backgroundColor: 'rgba(255, 224, 102, 0.28)',
    boxShadow: '0 0 0 2px #ffffffcc',
    zIndex: 2,
  },
  point: {
    border: '3px solid #7a1fa2',
    backgroundColor: 'rgba(122, 31, 162, 0.12)',
    boxShadow: '0 0 0 2px #ffffffcc',
    zIndex: 3,
  },
  zone: { border: '2px dashed #7a1fa2', backgroundColor: 'rgba(122, 31, 162, 0.08)', zIndex: 3 },
  hovered: { border: '1px solid #0f548c', backgroundColor: 'rgba(15, 84, 140, 0.12)' },
  label: {
    position: 'absolute',
    left: '-2px',
    bottom: '100%',
    padding: '0 6px',
    backgroundColor: '#0f548c',
    color: '#fff',
    fontSize: '11px',
    lineHeight: '16px',
    borderRadius: '3px 3px 0 0',
    whiteSpace: 'nowrap',
    maxWidth: '320px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  // Where there is no room above or to the right of its box.
  labelBelow: { bottom: 'auto', top: '100%', borderRadius: '0 0 3px 3px' },
  labelLeftwards: { left: 'auto', right: '-2px' },
  labelStrong: { backgroundColor: '#7a1fa2', fontSize: '13px', lineHeight: '20px' },
});

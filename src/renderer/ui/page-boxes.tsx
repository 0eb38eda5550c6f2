import type { Box } from '../../shared/base/page.ts';
import { makeStyles, mergeClasses } from './style.ts';

export type PageBox = {
  readonly key: string;
  readonly box: Box;
  readonly kind: 'faint' | 'focus' | 'match';
  readonly label?: string;
};

type Props = { readonly boxes: readonly PageBox[]; readonly hovered: Box | undefined };

/** Outlines on a page. The colours are for white paper, in the dark theme too; outline and label bear the meaning. */
export function PageBoxes({ boxes, hovered }: Props) {
  const styles = useStyles();
  return (
    <div aria-hidden className={styles.layer}>
      {boxes.map(({ key, box, kind, label }) => (
        <div
          key={key}
          data-box={kind}
          className={mergeClasses(styles.box, styles[kind])}
          style={placeOf(box, kind === 'focus' ? 4 : 2)}
        >
          {label !== undefined && <span className={styles.label}>{label}</span>}
        </div>
      ))}
      {hovered !== undefined && <div className={mergeClasses(styles.box, styles.hovered)} style={placeOf(hovered, 2)} />}
    </div>
  );
}

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
  },
});

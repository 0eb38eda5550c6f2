import { makeStyles, mergeClasses, tokens } from './style.ts';

type Props = {
  /** Parts of the whole, 0..1 each, in their order. */
  readonly shares: readonly number[];
};

/** How a whole is parted, as a small bar: each part has a pattern of its own. What it says stands in words and numbers beside it. */
export function ShareBar({ shares }: Props) {
  const styles = useStyles();
  const patterns = [styles.plain, styles.dots, styles.lines, styles.cross, styles.full];
  return (
    <span className={mergeClasses(styles.bar, 'share-bar')} aria-hidden>
      {shares.map((share, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other name and do not move
        <span key={place} className={mergeClasses(styles.part, patterns[place])} style={{ width: `${share * 100}%` }} />
      ))}
    </span>
  );
}

const ink = tokens.colorBrandStroke1;
const useStyles = makeStyles({
  bar: {
    display: 'flex',
    width: '100%',
    height: '10px',
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '5px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  part: { height: '100%', '@media (forced-colors: active)': { forcedColorAdjust: 'none' } },
  plain: { backgroundColor: tokens.colorBrandBackground2 },
  dots: { backgroundImage: `radial-gradient(${ink} 24%, transparent 28%)`, backgroundSize: '4px 4px' },
  lines: { backgroundImage: `repeating-linear-gradient(45deg, ${ink} 0 1.5px, transparent 1.5px 4px)` },
  cross: {
    backgroundImage: `repeating-linear-gradient(45deg, ${ink} 0 1.5px, transparent 1.5px 4px), repeating-linear-gradient(-45deg, ${ink} 0 1.5px, transparent 1.5px 4px)`,
  },
  full: { backgroundColor: ink },
});

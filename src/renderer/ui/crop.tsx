import type { Box } from '../../shared/base/page.ts';
import { makeStyles, tokens } from './style.ts';

type Props = { readonly source: string; readonly ratio: number; readonly box: Box };

const textPx = 17;
const roomPx = 7;
const widestPx = 230;
/** No print is shown larger than this many times an A4 page on a common screen. */
const widestPagePx = 2400;

/** A small picture of what stands in a box of a page: for lists, beside the words that say the same. */
export function Crop({ source, ratio, box: [x0, y0, x1, y1] }: Props) {
  const styles = useStyles();
  const pageWidth = Math.min(widestPagePx, textPx / Math.max(0.002, (y1 - y0) * ratio));
  const width = Math.min(widestPx, (x1 - x0) * pageWidth + 2 * roomPx);
  return (
    <span aria-hidden className={styles.crop} style={{ width, height: textPx + 2 * roomPx - 4 }}>
      <img
        src={source}
        alt=""
        draggable={false}
        loading="lazy"
        className={styles.image}
        onError={({ currentTarget }) => {
          currentTarget.style.visibility = 'hidden';
        }}
        style={{
          width: pageWidth,
          height: pageWidth * ratio,
          left: roomPx - x0 * pageWidth,
          top: roomPx - 2 + (textPx - (y1 - y0) * pageWidth * ratio) / 2 - y0 * pageWidth * ratio,
        }}
      />
    </span>
  );
}

const useStyles = makeStyles({
  crop: {
    position: 'relative',
    display: 'inline-block',
    overflow: 'hidden',
    flexShrink: 0,
    backgroundColor: '#fff',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  image: { position: 'absolute', maxWidth: 'none' },
});

import { useRef } from 'react';
import type { Box } from '../../shared/base/page.ts';
import { makeStyles, tokens } from './style.ts';
import { useElementSize } from './use-element.ts';

type Props = { readonly name: string; readonly source: string; readonly ratio: number; readonly box: Box };

/** An A4 page at twice its size on a common screen. */
const pageWidth = 1588;

/** A strip of the page around a box, at 200 %. */
export function Snippet({ name, source, ratio, box: [x0, y0, x1, y1] }: Props) {
  const styles = useStyles();
  const strip = useRef<HTMLDivElement>(null);
  const size = useElementSize(strip);
  const left = size.width / 2 - ((x0 + x1) / 2) * pageWidth;
  const top = size.height / 2 - ((y0 + y1) / 2) * pageWidth * ratio;
  return (
    <div ref={strip} className={styles.strip} role="img" aria-label={name}>
      <img
        src={source}
        alt=""
        draggable={false}
        className={styles.image}
        onError={({ currentTarget }) => {
          currentTarget.style.visibility = 'hidden';
        }}
        style={{ width: pageWidth, height: pageWidth * ratio, left, top }}
      />
      <div
        className={styles.mark}
        style={{ left: left + x0 * pageWidth - 4, width: (x1 - x0) * pageWidth + 8, top: top + y1 * pageWidth * ratio + 3 }}
      />
    </div>
  );
}

const useStyles = makeStyles({
  strip: {
    position: 'relative',
    height: '100%',
    overflow: 'hidden',
    backgroundColor: '#fff',
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  image: { position: 'absolute', maxWidth: 'none' },
  mark: { position: 'absolute', height: '3px', backgroundColor: '#0f548c', borderRadius: '2px' },
});

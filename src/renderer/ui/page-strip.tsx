import type { Zoom } from './page-picture.tsx';
import { makeStyles, mergeClasses, tokens } from './style.ts';

type Props = {
  readonly name: string;
  readonly pages: readonly { readonly name: string; readonly source: string }[];
  readonly place: number;
  readonly onPlace: (place: number) => void;
  readonly zooms: readonly { readonly mode: 'field' | 'width' | 'page'; readonly text: string }[];
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
};

/** Small pictures of the pages, and how large the page is shown. */
export function PageStrip({ name, pages, place, onPlace, zooms, zoom, onZoom }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.strip}>
      <nav aria-label={name} className={styles.pages}>
        {pages.map((page, index) => (
          <button
            key={page.name}
            type="button"
            tabIndex={-1}
            aria-label={page.name}
            aria-current={index === place ? 'page' : undefined}
            title={page.name}
            className={mergeClasses(styles.page, index === place && styles.current)}
            onClick={() => onPlace(index)}
          >
            <img src={page.source} alt="" loading="lazy" decoding="async" className={styles.image} onError={hide} />
            <span aria-hidden>{index + 1}</span>
          </button>
        ))}
      </nav>
      <div className={styles.zooms}>
        {zooms.map(({ mode, text }) => (
          <button
            key={mode}
            type="button"
            tabIndex={-1}
            aria-pressed={zoom === mode}
            className={mergeClasses(styles.zoom, zoom === mode && styles.chosen)}
            onClick={() => onZoom(mode)}
          >
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}

/** A picture that cannot be had leaves its place empty. */
const hide = ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
  currentTarget.style.visibility = 'hidden';
};

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '8px',
    padding: '3px 8px',
    minHeight: '42px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  pages: { display: 'flex', gap: '4px', overflowX: 'auto', minWidth: 0 },
  page: {
    display: 'flex',
    alignItems: 'center',
    gap: '5px',
    padding: '2px 6px 2px 3px',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    flexShrink: 0,
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: 600,
    boxShadow: `inset 0 -2px 0 ${tokens.colorBrandStroke1}`,
  },
  image: { height: '30px', width: '22px', objectFit: 'cover', objectPosition: 'top', backgroundColor: '#fff' },
  zooms: { display: 'flex', flexShrink: 0 },
  zoom: {
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    padding: '3px 9px',
    minHeight: '24px',
    color: tokens.colorNeutralForeground2,
    background: 'none',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
  },
  chosen: { color: tokens.colorNeutralForeground1, fontWeight: 600, backgroundColor: tokens.colorNeutralBackground1 },
});

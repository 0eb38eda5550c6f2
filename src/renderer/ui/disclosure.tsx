import { type ReactNode, useState } from 'react';
import { DownIcon, RightIcon } from './icons.ts';
import { makeStyles, tokens } from './style.ts';

type Props = { readonly title: string; readonly startsOpen: boolean; readonly children: ReactNode };

/** Something that is folded until wanted. */
export function Disclosure({ title, startsOpen, children }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(startsOpen);
  return (
    <div className={styles.whole}>
      <button type="button" aria-expanded={open} className={styles.button} onClick={() => setOpen(!open)}>
        {open ? <DownIcon aria-hidden /> : <RightIcon aria-hidden />}
        {title}
      </button>
      {open && <div className={styles.content}>{children}</div>}
    </div>
  );
}

const useStyles = makeStyles({
  whole: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    width: '100%',
    minHeight: '28px',
    padding: '3px 10px',
    font: 'inherit',
    fontWeight: 600,
    textAlign: 'left',
    color: tokens.colorNeutralForeground2,
    background: 'none',
    border: 'none',
    cursor: 'pointer',
    ':focus-visible': { outlineOffset: '-2px' },
  },
  content: { padding: '0 14px 8px', overflowX: 'auto' },
});

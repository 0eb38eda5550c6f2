import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import { CloseIcon } from './icons.ts';
import { makeStyles, mergeClasses, tokens } from './style.ts';
import { useKeys } from './use-keys.ts';

type Props = {
  readonly title: string;
  readonly closeName: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `side` stands at the right edge of the window, over the content; `inline` among it. */
  readonly kind?: 'side' | 'inline';
  /** False where the panel's own content takes the focus. */
  readonly takesFocus?: boolean;
};

/** Something to look at beside the work, closed by Esc; the focus then goes back to where it was. */
export function Panel({ title, closeName, onClose, children, kind = 'inline', takesFocus = true }: Props) {
  const styles = useStyles();
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useKeys({ back: onClose }, { level: 2 });
  useEffect(() => {
    const before = document.activeElement;
    if (takesFocus) section.current?.focus();
    return () => {
      if (
        before instanceof HTMLElement &&
        before.isConnected &&
        (document.activeElement === document.body || section.current?.contains(document.activeElement))
      )
        before.focus();
    };
  }, [takesFocus]);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        // What is longer than its room is scrolled from the panel itself.
        const lines = event.target === section.current ? scrolls[event.key] : undefined;
        if (lines === undefined || event.ctrlKey || event.altKey || event.shiftKey) return;
        event.preventDefault();
        body.current?.scrollBy({ top: lines * lineHeightPx });
      }}
      className={mergeClasses(styles.panel, kind === 'side' && styles.side, 'no-print')}
      data-pane
    >
      <header className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <Button look="subtle" small icon={<CloseIcon />} name={closeName} onClick={onClose} />
      </header>
      <div ref={body} className={styles.body}>
        {children}
      </div>
    </section>
  );
}

const lineHeightPx = 24;
/** By how many lines each key scrolls. */
const scrolls: { readonly [key: string]: number | undefined } = { ArrowDown: 2, ArrowUp: -2, PageDown: 8, PageUp: -8 };

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
  },
  side: {
    position: 'absolute',
    top: '8px',
    right: '8px',
    bottom: '8px',
    width: 'min(460px, 90%)',
    zIndex: 20,
    boxShadow: tokens.shadow28,
  },
  header: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', padding: '6px 6px 2px 14px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: 600 },
  body: { padding: '4px 14px 12px', overflowY: 'auto', minHeight: 0 },
});

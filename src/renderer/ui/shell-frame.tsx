import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly top: ReactNode;
  readonly rail: ReactNode;
  readonly main: ReactNode;
  readonly contentName: string;
  readonly side: ReactNode;
  readonly status: ReactNode;
};

/** Bar, rail, content and status line: nothing of it moves while the content changes. */
export function ShellFrame({ top, rail, main, contentName, side, status }: Props) {
  const styles = useStyles();
  return (
    <div className={`${styles.frame} print-whole`}>
      <div className="no-print">{top}</div>
      <div className={`${styles.middle} print-whole`}>
        <div className={`${styles.rail} no-print`}>{rail}</div>
        <main aria-label={contentName} className={`${styles.main} print-whole`}>
          {main}
        </main>
        {side}
      </div>
      <div className="no-print">{status}</div>
    </div>
  );
}

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100%', backgroundColor: tokens.colorNeutralBackground2 },
  middle: { display: 'flex', flexGrow: 1, minHeight: 0, position: 'relative' },
  rail: { display: 'flex', minHeight: 0 },
  main: { flexGrow: 1, minWidth: 0, minHeight: 0, position: 'relative' },
});

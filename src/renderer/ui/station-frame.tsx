import type { ReactNode } from 'react';
import { makeStyles } from './style.ts';

type Props = { readonly header: ReactNode; readonly body: ReactNode; readonly footer: ReactNode };

/** A whole screen with a line above and a line below; what is between takes the room. */
export function StationFrame({ header, body, footer }: Props) {
  const styles = useStyles();
  return (
    <div className={`${styles.frame} print-whole`}>
      {header}
      <div className={`${styles.body} print-whole`}>{body}</div>
      <div className="no-print">{footer}</div>
    </div>
  );
}

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  body: { flexGrow: 1, flexShrink: 1, flexBasis: 0, minHeight: 0, position: 'relative' },
});

import type { ReactNode } from 'react';
import { makeStyles, mergeClasses } from './style.ts';

type Props = {
  readonly children: ReactNode;
  readonly padded?: boolean /** Beside each other, as far as there is room. */;
  readonly row?: boolean;
};

/** Things under each other. */
export function Stack({ children, padded = false, row = false }: Props) {
  const styles = useStyles();
  return <div className={mergeClasses(styles.stack, padded && styles.padded, row && styles.row)}>{children}</div>;
}

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: '8px', '& > p': { margin: 0 } },
  row: { flexDirection: 'row', flexWrap: 'wrap' },
  padded: { padding: '12px 16px' },
});

import { FolderIcon } from './icons.ts';
import { makeStyles, tokens } from './style.ts';

type Props = { readonly label: string; readonly path: string };

/** A folder on this computer. */
export function PathNote({ label, path }: Props) {
  const styles = useStyles();
  return (
    <span className={styles.note} title={path}>
      <FolderIcon aria-hidden />
      {label}: <span className={styles.path}>{path}</span>
    </span>
  );
}

const useStyles = makeStyles({
  note: { display: 'flex', alignItems: 'center', gap: '5px', minWidth: 0, color: tokens.colorNeutralForeground2 },
  path: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground1 },
});

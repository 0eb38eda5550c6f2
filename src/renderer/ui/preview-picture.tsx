import { useState } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = { readonly source: string; readonly name: string; readonly failedText: string };

/** A page, small. Scans stay white in the dark theme too. */
export function PreviewPicture({ source, name, failedText }: Props) {
  const styles = useStyles();
  const [failed, setFailed] = useState(false);
  return failed ? (
    <p>{failedText}</p>
  ) : (
    <img src={source} alt={name} className={styles.picture} onError={() => setFailed(true)} />
  );
}

const useStyles = makeStyles({
  picture: {
    display: 'block',
    width: '100%',
    marginTop: '8px',
    backgroundColor: '#fff',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

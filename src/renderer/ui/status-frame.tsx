import type { ReactElement } from 'react';
import { IconText } from './icon-text.tsx';
import { makeStyles, tokens } from './style.ts';

type Sign = { readonly icon: ReactElement; readonly text: string };
type Props = {
  readonly name: string;
  readonly state: Sign;
  readonly reading: Sign | undefined;
  readonly readers: string | undefined;
  /** Read out politely when it changes. */
  readonly message: string;
  readonly log: string;
  readonly logHint: string;
  readonly onLog: () => void;
};

export function StatusFrame({ name, state, reading, readers, message, log, logHint, onLog }: Props) {
  const styles = useStyles();
  return (
    <section aria-label={name} className={styles.line} data-pane>
      <IconText icon={state.icon}>{state.text}</IconText>
      {reading !== undefined && <IconText icon={reading.icon}>{reading.text}</IconText>}
      <span className={styles.quiet}>{readers}</span>
      <span role="status" className={styles.message} title={message}>
        {message}
      </span>
      <button type="button" className={styles.log} title={logHint} onClick={onLog}>
        {log}
      </button>
    </section>
  );
}

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '20px',
    minHeight: '28px',
    padding: '0 14px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'nowrap',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  message: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    textAlign: 'right',
    color: tokens.colorNeutralForeground1,
    fontWeight: 600,
  },
  log: {
    font: 'inherit',
    color: 'inherit',
    minHeight: '24px',
    background: 'none',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    textDecorationLine: 'underline',
    ':focus-visible': { outlineOffset: '-2px' },
  },
});

import type { ReactElement } from 'react';
import { IconText } from './icon-text.tsx';
import { makeStyles, mergeClasses, tokens } from './style.ts';

type Sign = { readonly icon: ReactElement; readonly text: string };
type Props = {
  readonly name: string;
  /** How things stand; pressed to see more. */
  readonly state: Sign & { readonly hint: string };
  /** What is amiss, beside how things stand. */
  readonly alerts: readonly Sign[];
  readonly onState: () => void;
  /** What is the person's today; pressed to see it. */
  readonly due: (Sign & { readonly hint: string; readonly onPress: () => void }) | undefined;
  readonly reading: Sign | undefined;
  readonly readers: string | undefined;
  /** Read out politely when it changes. */
  readonly message: string;
  readonly log: string;
  readonly logHint: string;
  readonly onLog: () => void;
};

export function StatusFrame({ name, state, alerts, onState, due, reading, readers, message, log, logHint, onLog }: Props) {
  const styles = useStyles();
  return (
    <section aria-label={name} className={styles.line} data-pane>
      <button type="button" className={mergeClasses(styles.button, styles.state)} title={state.hint} onClick={onState}>
        <IconText icon={state.icon}>{state.text}</IconText>
        {alerts.map(({ icon, text }) => (
          <span key={text} className={styles.alert}>
            <IconText icon={icon}>{text}</IconText>
          </span>
        ))}
      </button>
      {due !== undefined && (
        <button type="button" className={mergeClasses(styles.button, styles.state)} title={due.hint} onClick={due.onPress}>
          <IconText icon={due.icon}>{due.text}</IconText>
        </button>
      )}
      {reading !== undefined && <IconText icon={reading.icon}>{reading.text}</IconText>}
      <span className={styles.quiet}>{readers}</span>
      <span role="status" className={styles.message} title={message}>
        {message}
      </span>
      <button type="button" className={mergeClasses(styles.button, styles.log)} title={logHint} onClick={onLog}>
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
  button: {
    font: 'inherit',
    color: 'inherit',
    minHeight: '24px',
    background: 'none',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outlineOffset: '-2px' },
  },
  state: { display: 'flex', alignItems: 'center', gap: '14px', margin: '0 -6px', padding: '0 6px', flexShrink: 0 },
  alert: {
    fontWeight: 600,
    color: tokens.colorNeutralForeground1,
    '& svg': { color: tokens.colorStatusWarningForeground1 },
  },
  log: { textDecorationLine: 'underline' },
});

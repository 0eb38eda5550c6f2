import type { FocusEventHandler, KeyboardEvent, ReactElement, Ref } from 'react';
import { useDensity } from './display.ts';
import { makeStyles, mergeClasses, tokens } from './style.ts';

export type ValueLook = 'plain' | 'check' | 'error' | 'missing' | 'absent';
type Props = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly look: ValueLook;
  readonly icon: ReactElement;
  /** How it stands, in a word. */
  readonly state: string;
  readonly chips: readonly string[];
  /** Typed, and not written yet. */
  readonly unsaved: boolean;
  readonly message: { readonly kind: 'error' | 'warning' | 'hint'; readonly text: string } | undefined;
  readonly right: boolean;
  readonly readOnly: boolean;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onChange: (text: string) => void;
  readonly onFocus: FocusEventHandler<HTMLInputElement>;
  readonly onBlur: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/** A value with its label, how it stands (icon, word and border), what speaks for it, and what is wrong with it. */
export function ValueField(props: Props) {
  const { id, label, text, look, icon, state, chips, unsaved, message, right, readOnly, inputRef, onChange, onFocus, onBlur } =
    props;
  const styles = useStyles();
  const big = useDensity() === 'big';
  return (
    <div className={mergeClasses(styles.row, big && styles.rowBig, styles[look])}>
      <label htmlFor={id} className={mergeClasses(styles.label, big && styles.labelBig)}>
        {label}
      </label>
      <input
        id={id}
        ref={inputRef}
        value={text}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-state${message === undefined ? '' : ` ${id}-message`}`}
        aria-invalid={look === 'error'}
        data-unsaved={unsaved}
        className={mergeClasses(styles.input, big && styles.inputBig, right && styles.right, styles[`${look}Input`])}
        onChange={(event) => onChange(event.target.value)}
        onFocus={onFocus}
        onBlur={onBlur}
      />
      <div id={`${id}-state`} className={styles.state} title={[state, ...chips].join(' · ')}>
        <span className={styles.icon}>{icon}</span>
        <span className={mergeClasses(styles.word, unsaved && styles.unsaved)}>{state}</span>
        {chips.map((chip) => (
          <span key={chip} className={styles.chip}>
            {chip}
          </span>
        ))}
      </div>
      {message !== undefined && (
        <p id={`${id}-message`} className={mergeClasses(styles.message, message.kind === 'error' && styles.messageError)}>
          {message.text}
        </p>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '8.4em minmax(9em, 1fr) minmax(9em, 11em)',
    columnGap: '8px',
    alignItems: 'center',
    padding: '1px 10px 1px 12px',
    borderLeft: '3px solid transparent',
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    ':focus-within': { backgroundColor: tokens.colorNeutralBackground1Hover, borderLeftColor: tokens.colorBrandStroke1 },
  },
  rowBig: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px', padding: '6px 12px' },
  plain: {},
  check: {},
  error: {},
  missing: {},
  absent: { color: tokens.colorNeutralForeground3 },
  label: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  labelBig: { fontWeight: 700, color: tokens.colorNeutralForeground1 },
  input: {
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    height: '25px',
    minWidth: 0,
    width: '100%',
    padding: '0 7px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '0' },
  },
  /* Its label comes into view with it. */
  inputBig: { height: '46px', fontSize: tokens.fontSizeBase400, scrollMarginTop: '44px' },
  right: { textAlign: 'right' },
  plainInput: {},
  checkInput: { border: `2px dashed ${tokens.colorStatusWarningForeground3}`, padding: '0 6px' },
  errorInput: { border: `3px solid ${tokens.colorStatusDangerForeground1}`, padding: '0 5px' },
  missingInput: { border: `2px dotted ${tokens.colorNeutralStrokeAccessible}`, padding: '0 6px' },
  absentInput: { backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground3 },
  state: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    // A chip that does not fit is left out whole; F2 tells all.
    height: '1.7em',
    gap: '4px',
    minWidth: 0,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  word: { flexShrink: 0 },
  chip: {
    padding: '0 5px',
    borderRadius: '3px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    flexShrink: 0,
  },
  unsaved: { fontStyle: 'italic' },
  message: { gridColumn: '2 / -1', margin: '1px 0 3px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  messageError: { color: tokens.colorStatusDangerForeground1, fontWeight: 600 },
});

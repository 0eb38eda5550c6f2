import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { CloseIcon } from './icons.ts';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly icon: ReactNode;
  /** Read out politely when it changes; '' while there is nothing to say. */
  readonly text: string;
  readonly act?: { readonly text: string; readonly hint: string; readonly onPress: () => void } | undefined;
  readonly closeName: string;
  readonly onClose: () => void;
};

/** One line at the foot of a pane that tells something in passing: it takes no focus and moves nothing. */
export function QuietLine({ icon, text, act, closeName, onClose }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      {/* There from the start, so that what comes is read out. */}
      <span role="status" className={text === '' ? styles.empty : styles.text}>
        {text !== '' && <span className={styles.icon}>{icon}</span>}
        {text}
      </span>
      {text !== '' && (
        <span className={styles.acts}>
          {act !== undefined && (
            <Button look="subtle" small hint={act.hint} onClick={act.onPress}>
              {act.text}
            </Button>
          )}
          <Button look="subtle" small icon={<CloseIcon />} name={closeName} onClick={onClose} />
        </span>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  empty: { position: 'absolute' },
  text: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '6px',
    padding: '6px 4px 6px 14px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  acts: { display: 'flex', flexShrink: 0, paddingRight: '6px', '& button': { whiteSpace: 'nowrap' } },
});

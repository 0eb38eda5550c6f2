import { Button } from './button.tsx';
import { CloseIcon } from './icons.ts';
import { Notice } from './notice.tsx';
import { makeStyles, tokens } from './style.ts';

type Toast = { readonly id: number; readonly kind: 'note' | 'warning' | 'error'; readonly text: string };
type Props = {
  readonly toasts: readonly Toast[];
  readonly closeName: string;
  readonly onClose: (id: number) => void;
  /** The pointer or the focus rests on them: they stay. */
  readonly onRest: (resting: boolean) => void;
};

/** Messages at the lower edge. They take no focus and are read out politely. */
export function Toasts({ toasts, closeName, onClose, onRest }: Props) {
  const styles = useStyles();
  return (
    <div
      role="status"
      className={`${styles.stack} no-print`}
      onPointerEnter={() => onRest(true)}
      onPointerLeave={() => onRest(false)}
      onFocus={() => onRest(true)}
      onBlur={() => onRest(false)}
    >
      {toasts.map(({ id, kind, text }) => (
        <div key={id} className={styles.toast}>
          <Notice
            kind={kind}
            actions={<Button look="subtle" small icon={<CloseIcon />} name={closeName} onClick={() => onClose(id)} />}
          >
            {text}
          </Notice>
        </div>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  stack: {
    position: 'absolute',
    left: '50%',
    bottom: '76px',
    transform: 'translateX(-50%)',
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    width: 'min(560px, 90%)',
    zIndex: 30,
    pointerEvents: 'none',
  },
  toast: { boxShadow: tokens.shadow16, borderRadius: tokens.borderRadiusMedium, pointerEvents: 'auto' },
});

import { ErrorSignIcon, SafeIcon, WaitingIcon, WarningIcon } from './icons.ts';
import { makeStyles, mergeClasses, tokens } from './style.ts';

type Props = { readonly kind: 'good' | 'waits' | 'warning' | 'stop' | 'plain'; readonly children: string };

/** A state in one or two words with an icon, in a line or a cell: never a colour alone. */
export function Sign({ kind, children }: Props) {
  const styles = useStyles();
  const Icon = icons[kind];
  return (
    <span className={mergeClasses(styles.sign, styles[kind])}>
      {Icon !== undefined && <Icon aria-hidden />}
      <span>{children}</span>
    </span>
  );
}

const icons = { good: SafeIcon, waits: WaitingIcon, warning: WarningIcon, stop: ErrorSignIcon, plain: undefined };

const useStyles = makeStyles({
  sign: { display: 'inline-flex', alignItems: 'center', gap: '5px', verticalAlign: 'text-bottom', '& svg': { flexShrink: 0 } },
  good: { '& svg': { color: tokens.colorPaletteGreenForeground1 } },
  waits: { '& svg': { color: tokens.colorBrandForeground1 } },
  warning: { '& svg': { color: tokens.colorStatusWarningForeground1 } },
  stop: { fontWeight: 600, '& svg': { color: tokens.colorStatusDangerForeground1 } },
  plain: { color: tokens.colorNeutralForeground2 },
});

import type { ReactNode } from 'react';
import { ErrorSignIcon, InfoIcon, SafeIcon, WarningIcon } from './icons.ts';
import { makeStyles, mergeClasses, tokens } from './style.ts';

type Props = { readonly kind: 'note' | 'warning' | 'error' | 'info'; readonly children: ReactNode; readonly actions?: ReactNode };

/** A sentence with a sign before it: what kind it is can be seen without colour. */
export function Notice({ kind, children, actions }: Props) {
  const styles = useStyles();
  const Icon = icons[kind];
  return (
    <div className={mergeClasses(styles.notice, styles[kind])}>
      <span className={styles.icon}>
        <Icon aria-hidden />
      </span>
      <div className={styles.text}>{children}</div>
      {actions}
    </div>
  );
}

const icons = { note: SafeIcon, warning: WarningIcon, error: ErrorSignIcon, info: InfoIcon };

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '6px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  icon: { display: 'inline-flex', paddingTop: '2px' },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  note: { '& svg': { color: tokens.colorPaletteGreenForeground1 } },
  info: {},
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderTopColor: tokens.colorStatusWarningBorder1,
    borderRightColor: tokens.colorStatusWarningBorder1,
    borderBottomColor: tokens.colorStatusWarningBorder1,
    borderLeftColor: tokens.colorStatusWarningBorder1,
    '& svg': { color: tokens.colorStatusWarningForeground1 },
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderTopColor: tokens.colorStatusDangerBorder1,
    borderRightColor: tokens.colorStatusDangerBorder1,
    borderBottomColor: tokens.colorStatusDangerBorder1,
    borderLeftColor: tokens.colorStatusDangerBorder1,
    '& svg': { color: tokens.colorStatusDangerForeground1 },
  },
});

import { Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { MenuLinesIcon } from './icons.ts';
import { makeStyles, mergeClasses, tokens } from './style.ts';

type Item = {
  readonly name: string;
  readonly text: string;
  readonly icon: ReactElement;
  readonly current: boolean;
  readonly count?: string | undefined;
  readonly onGo: () => void;
};
type Props = {
  readonly name: string;
  readonly items: readonly Item[];
  readonly collapsed: boolean;
  readonly collapseName: string;
  readonly onCollapse: () => void;
};

/** The menu at the left edge: icons with words, or icons with the words in tooltips. */
export function Rail({ name, items, collapsed, collapseName, onCollapse }: Props) {
  const styles = useStyles();
  return (
    <nav aria-label={name} className={mergeClasses(styles.rail, collapsed && styles.narrow)} data-pane>
      <Tooltip content={collapseName} relationship="label" positioning="after">
        <button type="button" className={styles.item} aria-expanded={!collapsed} onClick={onCollapse}>
          <MenuLinesIcon aria-hidden />
        </button>
      </Tooltip>
      {items.map(({ name: key, text, icon, current, count, onGo }) => {
        const button = (
          <button
            key={key}
            type="button"
            className={mergeClasses(styles.item, current && styles.current)}
            aria-current={current ? 'page' : undefined}
            onClick={onGo}
          >
            {icon}
            {!collapsed && <span className={styles.text}>{text}</span>}
            {!collapsed && count !== undefined && <span className={styles.count}>{count}</span>}
          </button>
        );
        return collapsed ? (
          <Tooltip key={key} content={text} relationship="label" positioning="after">
            {button}
          </Tooltip>
        ) : (
          button
        );
      })}
    </nav>
  );
}

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    width: '14em',
    flexShrink: 0,
    padding: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowY: 'auto',
  },
  narrow: { width: '52px' },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    minHeight: '36px',
    padding: '4px 9px',
    font: 'inherit',
    textAlign: 'left',
    color: tokens.colorNeutralForeground2,
    background: 'none',
    border: 'none',
    borderLeft: '3px solid transparent',
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    '& svg': { flexShrink: 0 },
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: 600,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeftColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
  text: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums', fontWeight: 'normal' },
});

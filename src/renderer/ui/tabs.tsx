import { Tab, TabList } from '@fluentui/react-components';
import { useControlSize } from './display.ts';
import { makeStyles, tokens } from './style.ts';

type Props<Name extends string> = {
  readonly label: string;
  readonly tabs: readonly { readonly name: Name; readonly text: string; readonly count?: string | undefined }[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
};

/** Views of the same thing, each with how many it holds. */
export function Tabs<Name extends string>({ label, tabs, chosen, onChoose }: Props<Name>) {
  const styles = useStyles();
  const size = useControlSize();
  return (
    <TabList
      aria-label={label}
      className={styles.list}
      size={size === 'large' ? 'medium' : 'small'}
      selectedValue={chosen}
      onTabSelect={(_, { value }) => onChoose(value as Name)}
    >
      {tabs.map(({ name, text, count }) => (
        <Tab key={name} value={name} className={styles.tab}>
          {text}
          {count !== undefined && <span className={styles.count}> {count}</span>}
        </Tab>
      ))}
    </TabList>
  );
}

const useStyles = makeStyles({
  list: { flexWrap: 'wrap' },
  tab: { '& *': { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 } },
  count: {
    marginLeft: '6px',
    padding: '0 7px',
    borderRadius: '9px',
    backgroundColor: tokens.colorNeutralBackground4,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    fontWeight: 'normal',
  },
});

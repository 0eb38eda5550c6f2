import { Input } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useControlSize } from './display.ts';
import { SearchIcon } from './icons.ts';
import { makeStyles, mergeClasses, tokens } from './style.ts';
import { useKeys } from './use-keys.ts';

export type SearchChoice = { readonly key: string; readonly title: ReactNode; readonly note: ReactNode; readonly end: string };
export type SearchSection = { readonly name: string; readonly choices: readonly SearchChoice[]; readonly note?: string };

type Props = {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly sections: readonly SearchSection[];
  readonly resultsName: string;
  /** What is to be said over the hits; read out when it changes. */
  readonly status: string;
  readonly fault: string | null;
  readonly help: string;
  readonly keys: string;
  /** The place of the marked choice among all. */
  readonly at: number;
  readonly onMove: (at: number) => void;
  /** `stay`: the dialog stays open. */
  readonly onOpen: (at: number, stay: boolean) => void;
  readonly previewName: string;
  readonly preview: ReactNode;
  readonly onClose: () => void;
};

const perPage = 8;

/** A box over its hits in groups, and beside them more of the marked one. The focus stays in the box: arrows mark, Enter opens, F6 goes to the side. */
export function SearchDialogFrame(props: Props) {
  const { title, label, hint, value, onChange, sections, resultsName, status, fault, help, keys } = props;
  const { at, onMove, onOpen, previewName, preview, onClose } = props;
  const styles = useStyles();
  const size = useControlSize();
  const base = useId();
  const box = useRef<HTMLInputElement>(null);
  const side = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const count = sections.reduce((sum, { choices }) => sum + choices.length, 0);
  useKeys({ back: onClose, search: onClose }, { level: 2, blocks: true });
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    const marked = list.current?.querySelector(`[data-place="${at}"]`);
    if (typeof marked?.scrollIntoView === 'function') marked.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F6') (document.activeElement === box.current ? side.current : box.current)?.focus();
    else if (event.target !== box.current) return;
    else if (event.key === 'Enter' && count > 0) onOpen(at, event.ctrlKey || event.metaKey);
    else if (moves[event.key] !== undefined && count > 0) onMove(Math.max(0, Math.min(count - 1, at + (moves[event.key] ?? 0))));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  let place = -1;
  return (
    <div className={mergeClasses(styles.shade, 'no-print')}>
      <div role="dialog" aria-modal aria-label={title} className={styles.dialog} onKeyDown={onKeyDown}>
        <Input
          input={{ ref: box }}
          type="text"
          role="combobox"
          aria-expanded={count > 0}
          aria-controls={`${base}-list`}
          aria-activedescendant={count > 0 ? `${base}-${at}` : undefined}
          aria-label={label}
          placeholder={hint}
          size={size}
          value={value}
          spellCheck={false}
          autoComplete="off"
          contentBefore={<SearchIcon aria-hidden />}
          onChange={(_, { value: typed }) => onChange(typed)}
        />
        {fault !== null && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
        <p role="status" className={styles.status}>
          {status}
        </p>
        <div className={styles.body}>
          <div ref={list} id={`${base}-list`} role="listbox" aria-label={resultsName} tabIndex={-1} className={styles.list}>
            {sections.map(({ name, choices, note }) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of a listbox has no element of its own
              <div key={name} role="group" aria-label={name}>
                <div aria-hidden className={styles.group}>
                  {name}
                </div>
                {choices.map(({ key, title: head, note: line, end }) => {
                  place += 1;
                  const own = place;
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the box, which names this one as marked
                    <div
                      key={key}
                      id={`${base}-${own}`}
                      role="option"
                      aria-selected={own === at}
                      tabIndex={-1}
                      data-place={own}
                      className={mergeClasses(styles.choice, own === at && styles.marked)}
                      onMouseDown={(event) => event.preventDefault()}
                      onClick={(event) => (own === at ? onOpen(own, event.ctrlKey) : onMove(own))}
                      onDoubleClick={(event) => onOpen(own, event.ctrlKey)}
                    >
                      <span className={styles.head}>
                        <span className={styles.title}>{head}</span>
                        <span className={styles.end}>{end}</span>
                      </span>
                      <span className={styles.note}>{line}</span>
                    </div>
                  );
                })}
                {note !== undefined && <div className={styles.more}>{note}</div>}
              </div>
            ))}
            {count === 0 && <p className={styles.more}>{help}</p>}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so can be come to by keyboard */}
          <section ref={side} aria-label={previewName} tabIndex={0} className={styles.side}>
            {preview}
          </section>
        </div>
        <p className={styles.keys}>{keys}</p>
        {count > 0 && <p className={styles.keys}>{help}</p>}
      </div>
    </div>
  );
}

const moves: { readonly [key: string]: number | undefined } = { ArrowDown: 1, ArrowUp: -1, PageDown: perPage, PageUp: -perPage };

const useStyles = makeStyles({
  shade: {
    position: 'fixed',
    inset: 0,
    zIndex: 40,
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'flex-start',
    padding: '5vh 16px 16px',
    backgroundColor: tokens.colorBackgroundOverlay,
  },
  dialog: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    width: 'min(1120px, 100%)',
    maxHeight: '90vh',
    padding: '14px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow64,
  },
  body: { display: 'flex', gap: '12px', minHeight: '340px', height: '64vh', flexShrink: 1, overflow: 'hidden' },
  list: { flex: '3 1 0', minWidth: 0, overflowY: 'auto' },
  side: {
    flex: '2 1 0',
    minWidth: 0,
    overflowY: 'auto',
    padding: '4px 0 4px 14px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  status: { margin: 0, minHeight: '1.4em', color: tokens.colorNeutralForeground2 },
  fault: { margin: 0, fontWeight: 600 },
  group: { padding: '8px 8px 2px', fontWeight: 600, color: tokens.colorNeutralForeground2 },
  choice: {
    display: 'block',
    padding: '4px 8px',
    borderLeft: '3px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  marked: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderLeftColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  head: { display: 'flex', justifyContent: 'space-between', gap: '12px' },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  end: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  note: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  more: { padding: '4px 8px', color: tokens.colorNeutralForeground2 },
  keys: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

import { useRef } from 'react';

/** Which rows are chosen, and what is told when others are. */
export type RowChoice = { readonly keys: ReadonlySet<string>; readonly onChange: (keys: ReadonlySet<string>) => void };

/** Choosing rows: one more or less, as far as to a row, all of them. */
export function useRowChoice(
  choice: RowChoice | undefined,
  keyAt: (index: number) => string | undefined,
  allKeys: () => readonly string[],
) {
  /** From where a stretch is reckoned. */
  const anchor = useRef<number | undefined>(undefined);
  if (choice === undefined) return undefined;
  const { keys, onChange } = choice;

  const toggle = (index: number) => {
    const key = keyAt(index);
    if (key === undefined) return;
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    anchor.current = index;
    onChange(next);
  };
  /** The stretch from where one began, beside what was chosen. */
  const extend = (from: number, to: number) => {
    anchor.current ??= from;
    const next = new Set(keys);
    for (let index = Math.min(anchor.current, to); index <= Math.max(anchor.current, to); index += 1) {
      const key = keyAt(index);
      if (key !== undefined) next.add(key);
    }
    onChange(next);
  };
  const chooseAll = () => onChange(new Set([...keys, ...allKeys()]));
  /** One has gone on: the next stretch begins where it is begun. */
  const letGo = () => {
    anchor.current = undefined;
  };
  return { keys, toggle, extend, chooseAll, letGo };
}

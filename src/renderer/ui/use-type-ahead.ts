import { useRef } from 'react';
import { folded } from '../../shared/base/text.ts';

/** So long after the last letter a new word begins. */
const pauseMs = 900;

/** Letters typed on a list lead to the next row that begins so; the same letter again to the next of those. */
export function useTypeAhead(
  count: number,
  textAt: (index: number) => string,
): (key: string, from: number, atMs: number) => number | undefined {
  const typed = useRef({ text: '', atMs: 0 });
  return (key, from, atMs) => {
    const before = atMs - typed.current.atMs > pauseMs ? '' : typed.current.text;
    const letter = folded(key);
    const isRepeated = before !== '' && [...before].every((one) => one === letter);
    const text = isRepeated ? letter : before + letter;
    typed.current = { text: before + letter, atMs };
    const first = text.length === 1 ? from + 1 : from; // a longer word may be that of the row where one stands
    for (let step = 0; step < count; step += 1) {
      const index = (first + step) % count;
      if (folded(textAt(index)).startsWith(text)) return index;
    }
    return undefined;
  };
}

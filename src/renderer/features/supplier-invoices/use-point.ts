import { useCallback, useMemo, useRef, useState } from 'react';
import type { Box, Word } from '../../../shared/base/page.ts';
import { type FieldName, fieldKinds } from '../../../shared/domain/invoice-fields/index.ts';
import { useSay } from '../../messages.ts';
import { useSession } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { type KeyHandlers, useKeys } from '../../ui/use-keys.ts';
import { type Span, snapToValue } from './page-words.ts';
import { findByLetters, movePoint, type PointMove, spanBetween, wordAt } from './point-moves.ts';

type Pointed = {
  readonly field: FieldName;
  readonly page: number;
  /** Places in the page's words: where the arrows stand, and where Shift+arrow began. */
  readonly at: number;
  readonly from: number;
};
type Options = {
  readonly focused: FieldName;
  /** The page that is shown, by its number, and its words. */
  readonly page: number | undefined;
  readonly words: readonly Word[];
  /** Where the field's value stands on that page. */
  readonly box: Box | null;
  readonly focusField: (name: FieldName) => void;
  readonly onTake: (span: Span) => void;
};

/** Letters typed with less than this between them belong together. */
const typingMs = 1_000;
const isOneLetter = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey;

/**
 * F4, point mode (peka): what a click on a word does, by keyboard. The focus stays in the field; the arrows move over the words of
 * the page meanwhile.
 */
export function usePoint({ focused, page, words, box, focusField, onTake }: Options) {
  const t = useText();
  const say = useSay();
  const { today } = useSession();
  const [pointed, setPointed] = useState<Pointed>();
  const letters = useRef({ text: '', atMs: 0 });
  const active = pointed !== undefined && pointed.field === focused && words.length > 0;
  // On another page it begins anew.
  const at = !active ? -1 : pointed.page === page ? Math.min(pointed.at, words.length - 1) : 0;
  const from = !active ? -1 : pointed.page === page ? Math.min(pointed.from, words.length - 1) : 0;

  const span = useMemo(() => {
    if (at < 0) return undefined;
    return at === from ? snapToValue(words, at, fieldKinds[focused], today) : spanBetween(words, from, at);
  }, [words, at, from, focused, today]);

  const leave = useCallback(() => setPointed(undefined), []);
  const toggle = () => {
    if (active) return leave();
    if (page === undefined || words.length === 0) return say('warning', t.point.noWords);
    focusField(focused);
    const start = box === null ? 0 : wordAt(words, box);
    setPointed({ field: focused, page, at: start, from: start });
  };
  const goTo = (to: number, extend: boolean) => {
    if (page !== undefined) setPointed({ field: focused, page, at: to, from: extend ? from : to });
  };
  const move = (by: PointMove, extend = false) => goTo(movePoint(words, at, by), extend);

  /** Typing more letters narrows; the same letter again goes on to the next word. */
  const jump = (event: KeyboardEvent) => {
    if (!isOneLetter(event)) return false;
    const { text, atMs } = letters.current;
    const begun = event.timeStamp - atMs < typingMs ? text : '';
    const again = begun === event.key;
    const wanted = again ? event.key : begun + event.key;
    letters.current = { text: wanted, atMs: event.timeStamp };
    const found = findByLetters(words, begun === '' || again ? at + 1 : at, wanted);
    if (found >= 0) goTo(found, false);
    return true;
  };

  const take = () => {
    if (span !== undefined) onTake(span);
    leave();
  };
  const acts = {
    nextWord: () => move('next'),
    previousWord: () => move('previous'),
    wordAbove: () => move('above'),
    wordBelow: () => move('below'),
    lineStart: () => move('line-start'),
    lineEnd: () => move('line-end'),
    nextBlock: () => move('next-block'),
    previousBlock: () => move('previous-block'),
    blockBelow: () => move('next-block'),
    blockAbove: () => move('previous-block'),
    extendRight: () => move('next', true),
    extendLeft: () => move('previous', true),
    extendBelow: () => move('below', true),
    extendAbove: () => move('above', true),
    takeWord: take,
    back: leave,
  } satisfies KeyHandlers;
  useKeys(acts, { level: 2, active, others: jump });

  return { active, span: active ? span : undefined, toggle, acts };
}

import { memo } from 'react';
import type { Word } from '../../../shared/base/page.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

/** What stands on the page, line by line, for those who hear the screen. */
export const PageText = memo(function PageText({ name, words }: { readonly name: string; readonly words: readonly Word[] }) {
  const lines = Map.groupBy(words, ({ line }) => line);
  return (
    <VisuallyHidden>
      <ul aria-label={name}>
        {[...lines].map(([line, ofLine]) => (
          <li key={line}>{ofLine.map(({ text }) => text).join(' ')}</li>
        ))}
      </ul>
    </VisuallyHidden>
  );
});

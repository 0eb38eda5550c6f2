import { useEffect } from 'react';
import type { SourceFileId } from '../../../shared/base/ids.ts';
import type { SheetPage } from '../../../shared/contract/engine.ts';
import { useSay } from '../../messages.ts';
import { useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useExecute, useTask } from '../../use-execute.ts';

/** The file that a clerk looks at is read first, and of its pages the one that waits to be seen. */
export function usePreference(fileId: SourceFileId, isBeingRead: boolean, page: number | null): void {
  const task = useTask({ quiet: true });
  useEffect(() => {
    if (!isBeingRead) return;
    // Arrows that pass over a page do not ask for it.
    const timer = setTimeout(() => void task('intake/prefer', { fileId, page }), 150);
    return () => clearTimeout(timer);
  }, [task, fileId, isBeingRead, page]);
}

/** Brings a dropped page back, or drops one again that was brought back. */
export function useRestore(fileId: SourceFileId, page: SheetPage | undefined): () => void {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const mayNot = useWhyNot('supplier-invoices.correct');
  return () => {
    if (mayNot !== undefined) return say('warning', mayNot);
    if (page === undefined || (page.role !== 'dropped' && !page.broughtBack)) return say('warning', t.sheet.onlyDropped);
    const isDropped = page.role === 'dropped';
    void execute(isDropped ? 'intake/restore-page' : 'intake/drop-page', { fileId, page: page.page }).then(({ ok }) => {
      if (ok) say('note', fill(isDropped ? t.sheet.restored : t.sheet.droppedAgain, { page: page.page }));
    });
  };
}

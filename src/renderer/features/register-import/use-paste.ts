import { useEffect } from 'react';

/** Rows that somebody pastes from a spreadsheet, anywhere but in a field. One cell is no table. */
export function usePaste(onRows: (text: string) => void): void {
  useEffect(() => {
    const paste = ({ target, clipboardData }: ClipboardEvent) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      const text = clipboardData?.getData('text/plain') ?? '';
      if (/[\t\n]/.test(text.trim())) onRows(text);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [onRows]);
}

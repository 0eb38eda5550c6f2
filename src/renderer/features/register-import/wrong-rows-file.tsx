import { useState } from 'react';
import type { ExchangeJob } from '../../../shared/contract/register-exchange.ts';
import type { WrongRowWords } from '../../../shared/domain/register-exchange/index.ts';
import { useSay } from '../../messages.ts';
import { fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ControlRow } from '../../ui/control-row.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTask } from '../../use-execute.ts';
import { saveMadeFile } from './save-made-file.ts';

/** The rows that are wrong as a file of their own, to be mended in a spreadsheet and taken in again. */
export function WrongRowsFile({ job }: { readonly job: ExchangeJob }) {
  const t = useText();
  const say = useSay();
  const task = useTask();
  const [busy, setBusy] = useState(false);
  const whyNot = busy ? t.registerImport.exporting : undefined;
  const write = async (kind: 'csv' | 'xlsx') => {
    if (busy) return;
    setBusy(true);
    const made = await task('exchange/write-wrong', { jobId: job.jobId, kind, words: wrongRowWords(t) });
    setBusy(false);
    if (!made.ok) return;
    saveMadeFile(made.value);
    say('note', fillPlural(t.registerImport.exported, made.value.rows, { fileName: made.value.fileName }));
  };
  return (
    <Notice
      kind="info"
      actions={
        <ControlRow>
          <Button whyNot={whyNot} onClick={() => void write('xlsx')}>
            {t.registerImport.wrongAsExcel}
          </Button>
          <Button whyNot={whyNot} onClick={() => void write('csv')}>
            {t.registerImport.wrongAsCsv}
          </Button>
        </ControlRow>
      }
    >
      {t.registerImport.wrongFile}
    </Notice>
  );
}

const wrongRowWords = (t: Texts): WrongRowWords => ({
  ...{ heading: t.registerImport.toMend, row: t.registerImport.wrongRowNumber },
  ...{ findings: t.exchangeFinding, fields: t.registerImport.field },
  ...{ refused: t.registerImport.refusedRow, empty: t.registerImport.emptyCell },
});

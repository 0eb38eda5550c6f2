import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExchangeRow } from '../../../shared/contract/register-exchange.ts';
import { type ExchangeMapping, identityFields, severityOf } from '../../../shared/domain/register-exchange/index.ts';
import { useSay } from '../../messages.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { RecordSection } from '../../ui/record-pane.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useTask } from '../../use-execute.ts';

type Props = { readonly jobId: string; readonly mapping: ExchangeMapping; readonly row: ExchangeRow };

/** The cells that are wrong, to be written anew: the row is judged again at once, and the mended one is what is taken. */
export function MendSection({ jobId, mapping, row }: Props) {
  const t = useText();
  const say = useSay();
  const task = useTask();
  const queries = useQueryClient();
  const wrong = wrongCells(mapping, row);
  const [cells, setCells] = useState<{ readonly [column: string]: string }>({});
  if (wrong.length === 0) return null;
  const changed = Object.fromEntries(
    wrong.flatMap(({ column, text }) => (cells[column] === undefined || cells[column] === text ? [] : [[column, cells[column]]])),
  );
  const whyNot = Object.keys(changed).length === 0 ? t.registerImport.nothingMended : undefined;
  const mend = async () => {
    if (whyNot !== undefined) return;
    const answer = await task('exchange/mend-row', { jobId, row: row.row, cells: changed });
    if (!answer.ok) return;
    const isRight = answer.value.verdict !== 'wrong';
    say(isRight ? 'note' : 'warning', isRight ? t.registerImport.mended : t.registerImport.stillWrong);
    setCells({});
    await queries.invalidateQueries({ queryKey: ['exchange/rows', jobId] });
  };
  return (
    <RecordSection title={t.registerImport.mendTitle}>
      <Form onSubmit={() => void mend()}>
        {wrong.map(({ column, text }) => (
          <TextInput
            key={column}
            label={column}
            value={cells[column] ?? text}
            onChange={(value) => setCells((before) => ({ ...before, [column]: value }))}
          />
        ))}
        <Button whyNot={whyNot} onClick={() => void mend()}>
          {t.registerImport.mendAct}
        </Button>
      </Form>
      <span>{t.registerImport.mendHint}</span>
    </RecordSection>
  );
}

/** Those that a finding names, with what stands there; what is covered or shortened begins empty. */
function wrongCells({ register, columns }: ExchangeMapping, { findings }: ExchangeRow) {
  const cells = new Map<string, string>();
  for (const finding of findings.filter((one) => severityOf(one) === 'error')) {
    const fields = finding.code === 'no-identity' ? identityFields[register] : [finding.field];
    const named = finding.column === null ? columns.filter(({ field }) => fields.includes(field)) : [{ column: finding.column }];
    const text = finding.detail ?? '';
    const isWhole = finding.column !== null && !text.includes('•') && !text.endsWith('…');
    for (const { column } of named) if (!cells.has(column)) cells.set(column, isWhole ? text : '');
  }
  return [...cells].map(([column, text]) => ({ column, text }));
}

import type { ExchangeJob, ExchangeRow } from '../../../shared/contract/register-exchange.ts';
import { type ExchangeRegister, severityOf } from '../../../shared/domain/register-exchange/index.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { fieldWords } from './mapping-draft.ts';
import { MendSection } from './mend-section.tsx';
import { findingWords, nameOfRow, valueWords, worstFirst } from './row-words.ts';

type Props = {
  readonly register: ExchangeRegister;
  readonly row: ExchangeRow;
  /** The dry run whose row it is. Missing: it has been dealt with. */
  readonly dryRun?: ExchangeJob | undefined;
  /** Missing: it has been dealt with. */
  readonly choice?: { readonly isTaken: boolean; readonly canBe: boolean; readonly onTurn: () => void } | undefined;
};

/** One row of the file: what it changes, at once or after control, and all that is amiss with it. */
export function RowPane({ register, row, dryRun, choice }: Props) {
  const t = useText();
  const { changeHeads } = t.registerImport;
  const { verdict, changes, findings } = row;
  const isNew = verdict === 'new';
  return (
    <RecordPane name={t.registerImport.rowPane} printedBy="">
      <RecordSection title={fill(t.registerImport.rowTitle, { row: row.row, name: nameOfRow(row, t) })}>
        {verdict === 'wrong' && <Notice kind="error">{t.registerImport.wrongRow}</Notice>}
        {choice?.canBe === true && (
          <span>
            <Button hint={t.keyName.Space} onClick={choice.onTurn}>
              {choice.isTaken ? t.registerImport.leaveOut : t.registerImport.takeIn}
            </Button>
          </span>
        )}
        {verdict !== 'wrong' &&
          (changes.length === 0 ? (
            <span>{t.registerImport.noChanges}</span>
          ) : (
            <SmallTable
              name={t.registerImport.rowColumns.what}
              heads={[changeHeads.field, ...(isNew ? [] : [changeHeads.before]), changeHeads.after, changeHeads.when]}
              right={[]}
              rows={changes.map(({ field, before, after, sensitive }) => [
                fieldWords(field, t),
                ...(isNew ? [] : [before === '' ? t.common.none : valueWords(register, field, before)]),
                valueWords(register, field, after),
                sensitive ? t.registerImport.afterControl : t.registerImport.atOnce,
              ])}
            />
          ))}
      </RecordSection>
      {verdict === 'wrong' && dryRun !== undefined && <MendSection jobId={dryRun.jobId} mapping={dryRun.mapping} row={row} />}
      <RecordSection title={t.registerImport.findings}>
        {findings.length === 0 ? (
          <span>{t.registerImport.noFindings}</span>
        ) : (
          worstFirst(findings).map((finding) => (
            <Notice
              key={`${finding.code} ${finding.column} ${finding.field}`}
              kind={({ error: 'error', warning: 'warning', note: 'info' } as const)[severityOf(finding)]}
            >
              {findingWords(finding, t)}
            </Notice>
          ))
        )}
      </RecordSection>
    </RecordPane>
  );
}

import type { Day } from '../../../shared/base/day.ts';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { ImportedChange, ImportedChanges } from '../../../shared/contract/register-changes.ts';
import { together } from '../../../shared/domain/register-changes/index.ts';
import { showMoment } from '../../formats.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import type { Column } from '../../ui/data-table-column.ts';
import { Sign } from '../../ui/sign.tsx';
import { changeColumns } from './change-columns.tsx';
import type { Outcome } from './use-decide-together.ts';

const numberKinds: readonly string[] = ['add-payment-number', 'replace-payment-number'];

/** '412 betalnummer och 3 spärrar ur leverantörer.csv, begärda av Bo Lind idag 09:12. 12 har fynd …'. */
export function importSentences(group: ImportedChanges, today: Day, t: Texts): string {
  const { kinds, withFindings, toCall, fileName, requestedByName, requestedAtMs } = group;
  const numbers = kinds.filter(({ kind }) => numberKinds.includes(kind)).reduce((sum, { count }) => sum + count, 0);
  const parts = [
    ...(numbers > 0 ? [fillPlural(t.changesOfImport.numbers, numbers)] : []),
    ...kinds
      .filter(({ kind }) => !numberKinds.includes(kind))
      .map(({ kind, count }) => fill(t.changesOfImport.kind, { count, kind: t.wantedChange[kind].toLocaleLowerCase(t.locale) })),
  ];
  const [last, ...before] = parts.reverse();
  const what =
    before.length === 0 ? (last ?? '') : fill(t.changesOfImport.and, { some: before.reverse().join(', '), last: last ?? '' });
  return [
    fill(t.changesOfImport.of, { what, fileName, name: requestedByName, at: showMoment(requestedAtMs, today, t) }),
    withFindings === 0 ? t.changesOfImport.noFindings : fillPlural(t.changesOfImport.findings, withFindings),
    ...(toCall > 0 ? [fillPlural(t.changesOfImport.toCall, toCall)] : []),
  ].join(' ');
}

export function importColumns(
  t: Texts,
  personId: PersonId,
  today: Day,
  outcomes: ReadonlyMap<string, Outcome>,
): readonly Column<ImportedChange>[] {
  const [supplier, change] = changeColumns(t, personId, today);
  if (supplier === undefined || change === undefined) return [];
  return [
    { ...supplier, cell: supplier.cell as Column<ImportedChange>['cell'] },
    { ...change, cell: change.cell as Column<ImportedChange>['cell'] },
    {
      id: 'finding',
      header: t.changesOfImport.column,
      width: 12,
      grow: 2,
      text: (row) => findingText(row, t),
      cell: (row) => <RowSign row={row} personId={personId} outcome={outcomes.get(row.change.id)} t={t} />,
    },
  ];
}

const findingText = ({ findings }: ImportedChange, t: Texts): string =>
  findings.map((code) => t.changesOfImport.finding[code]).join(', ');

/** There is room for one; the rest stand beside the table, in full. */
function firstFinding({ findings: [first, ...more] }: ImportedChange, t: Texts): string {
  if (first === undefined) return '';
  const text = t.changesOfImport.finding[first];
  return more.length === 0 ? text : fill(t.changesOfImport.more, { text, count: more.length });
}

type SignProps = {
  readonly row: ImportedChange;
  readonly personId: PersonId;
  readonly outcome: Outcome | undefined;
  readonly t: Texts;
};

/** What came of it, or what speaks against it, or how it stands. */
function RowSign({ row, personId, outcome, t }: SignProps) {
  if (outcome !== undefined && outcome.whyNot !== null) return <Sign kind="stop">{outcome.whyNot}</Sign>;
  if (outcome !== undefined)
    return outcome.refusal === null ? (
      <Sign kind="good">{t.changeState.approved}</Sign>
    ) : (
      <Sign kind="plain">{t.changeState.refused}</Sign>
    );
  if (row.findings.length > 0) return <Sign kind="warning">{firstFinding(row, t)}</Sign>;
  const stands = together(row.change, row.findings, personId);
  if (stands === 'own') return <Sign kind="plain">{t.change.signOwn}</Sign>;
  return stands === 'call-first' ? <Sign kind="waits">{t.change.signCall}</Sign> : <Sign kind="waits">{t.change.signReady}</Sign>;
}

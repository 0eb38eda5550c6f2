import type { Day } from '../../../shared/base/day.ts';
import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import { asksForCall, type RegisterChange } from '../../../shared/domain/register-changes/index.ts';
import { wantedSentence } from '../../change-sentences.ts';
import { showMoment } from '../../formats.ts';
import type { Texts } from '../../text/texts.ts';
import type { Column } from '../../ui/data-table-column.ts';
import { Sign } from '../../ui/sign.tsx';

export function changeColumns(t: Texts, personId: string, today: Day): readonly Column<RegisterChangeRow>[] {
  const { columns } = t.change;
  const change = ({ change: { wanted }, object }: RegisterChangeRow) => wantedSentence(wanted, object, t);
  const asked = ({ change: { requestedAtMs }, requestedByName }: RegisterChangeRow) =>
    `${showMoment(requestedAtMs, today, t)} · ${requestedByName}`;
  return [
    {
      id: 'supplier',
      header: columns.supplier,
      width: 9,
      grow: 2,
      text: ({ supplierName }) => supplierName,
      cell: ({ supplierName }) => supplierName,
    },
    { id: 'change', header: columns.change, width: 10, grow: 3, text: change, cell: change },
    {
      id: 'state',
      header: columns.state,
      width: 9,
      cell: (row) => <ChangeSign change={row.change} personId={personId} t={t} />,
    },
    { id: 'asked', header: columns.asked, width: 10, grow: 2, text: asked, cell: asked },
  ];
}

/** How a change stands, for the one who looks: their own, to ring about, to decide, or how it was settled. */
function ChangeSign({ change, personId, t }: { readonly change: RegisterChange; readonly personId: string; readonly t: Texts }) {
  if (change.state !== 'pending') {
    const kind = change.state === 'approved' ? 'good' : change.state === 'refused' ? 'stop' : 'plain';
    return <Sign kind={kind}>{t.changeState[change.state]}</Sign>;
  }
  if (change.requestedBy === personId) return <Sign kind="plain">{t.change.signOwn}</Sign>;
  if (!asksForCall(change.wanted) || change.callBack?.confirmed === true) return <Sign kind="waits">{t.change.signReady}</Sign>;
  return change.callBack === undefined ? (
    <Sign kind="warning">{t.change.signCall}</Sign>
  ) : (
    <Sign kind="stop">{t.change.signSaidNo}</Sign>
  );
}

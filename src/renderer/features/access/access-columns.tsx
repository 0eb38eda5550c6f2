import type { Day } from '../../../shared/base/day.ts';
import type { PersonRolesRow, RoleChangeRow } from '../../../shared/contract/access.ts';
import { grantsInForce, type RoleChange } from '../../../shared/domain/access/index.ts';
import { showMoment } from '../../formats.ts';
import { fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import type { Column } from '../../ui/data-table-column.ts';
import { Sign } from '../../ui/sign.tsx';
import { shortWords, wantedWords } from './role-sentences.ts';

export type PersonLine = PersonRolesRow & { readonly waiting: readonly RoleChangeRow[] };

export function peopleColumns(t: Texts, today: Day): readonly Column<PersonLine>[] {
  const { columns } = t.roles;
  const held = ({ grants }: PersonLine): string =>
    grantsInForce(grants, today)
      .map((grant) => shortWords(grant, t))
      .join(' · ') || t.roles.noRole;
  return [
    { id: 'name', header: columns.name, width: 9, grow: 2, text: ({ person }) => person.name, cell: ({ person }) => person.name },
    { id: 'roles', header: columns.roles, width: 14, grow: 4, text: held, cell: held },
    {
      id: 'waits',
      header: columns.waits,
      width: 8.5,
      cell: ({ waiting }) => waiting.length > 0 && <Sign kind="waits">{fillPlural(t.roles.waits, waiting.length)}</Sign>,
    },
  ];
}

export function changeColumns(t: Texts, personId: string, today: Day): readonly Column<RoleChangeRow>[] {
  const { columns } = t.roles;
  const wanted = ({ change }: RoleChangeRow) => wantedWords(change, t);
  const asked = ({ change, requestedByName }: RoleChangeRow) =>
    `${showMoment(change.requestedAtMs, today, t)} · ${requestedByName}`;
  return [
    {
      id: 'person',
      header: columns.person,
      width: 8,
      grow: 2,
      text: ({ personName }) => personName,
      cell: ({ personName }) => personName,
    },
    { id: 'wanted', header: columns.wanted, width: 12, grow: 4, text: wanted, cell: wanted },
    {
      id: 'state',
      header: columns.state,
      width: 11,
      cell: ({ change }) => <ChangeSign change={change} personId={personId} t={t} />,
    },
    { id: 'asked', header: columns.asked, width: 7, grow: 2, text: asked, cell: asked },
  ];
}

/** How it stands, for the one who looks. */
function ChangeSign({ change, personId, t }: { readonly change: RoleChange; readonly personId: string; readonly t: Texts }) {
  if (change.state !== 'pending') {
    const kind = change.state === 'approved' ? 'good' : change.state === 'refused' ? 'stop' : 'plain';
    return <Sign kind={kind}>{t.roles.state[change.state]}</Sign>;
  }
  if (change.requestedBy === personId) return <Sign kind="plain">{t.roles.signOwn}</Sign>;
  if (change.personId === personId) return <Sign kind="plain">{t.roles.signReceiver}</Sign>;
  return <Sign kind="waits">{t.roles.signReady}</Sign>;
}

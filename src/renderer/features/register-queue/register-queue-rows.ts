import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import type { TwinPair } from '../../../shared/contract/register-twins.ts';
import type { ControlFindingRow } from '../../../shared/contract/supplier-control.ts';
import { asksForCall } from '../../../shared/domain/register-changes/index.ts';
import { wantedSentence } from '../../change-sentences.ts';
import type { Place } from '../../navigation.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';

export const registerKinds = ['change', 'control', 'twins'] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** Something that waits in the registers, of whatever kind. */
export type RegisterRow = {
  readonly key: string;
  readonly kind: RegisterKind;
  readonly supplier: string;
  readonly about: string;
  readonly state: string;
  readonly sign: 'waits' | 'warning' | 'stop' | 'plain';
  readonly sinceMs: number | null;
  readonly place: Place;
};

export function changeRow(
  { change, supplierName, object, requestedByName }: RegisterChangeRow,
  person: string,
  t: Texts,
): RegisterRow {
  const isOwn = change.requestedBy === person;
  const waitsForCall = asksForCall(change.wanted) && change.state === 'pending' && change.callBack?.confirmed !== true;
  return {
    key: change.id,
    kind: 'change',
    supplier: supplierName,
    about: wantedSentence(change.wanted, object, t),
    state: `${waitsForCall ? t.change.signCall : t.change.signReady} · ${isOwn ? t.change.signOwn : requestedByName}`,
    sign: waitsForCall ? 'warning' : 'waits',
    sinceMs: change.requestedAtMs,
    place: { at: 'changes', changeId: change.id },
  };
}

export const controlRow = ({ id, supplierName, about, severity, openedAtMs }: ControlFindingRow, t: Texts): RegisterRow => ({
  key: id,
  kind: 'control',
  supplier: supplierName,
  about: t.controls.check[about],
  state: t.controls.severity[severity],
  sign: severity === 'information' ? 'plain' : severity,
  sinceMs: openedAtMs,
  place: { at: 'supplier-control', findingId: id },
});

export const twinRow = ({ rows: [one, other], score }: TwinPair, t: Texts): RegisterRow => ({
  key: `${one.id} ${other.id}`,
  kind: 'twins',
  supplier: one.name,
  about: other.name,
  state: fill(t.registerQueue.score, { score }),
  sign: 'plain',
  sinceMs: null,
  place: { at: 'register-twins' },
});

import type { Cursor } from '../../src/main/engine/sync/ports.ts';
import { viewOf } from '../../src/server/changes.ts';
import { addDays, dayInSweden } from '../../src/shared/base/day.ts';
import { asId, type PersonId, type SupplierId } from '../../src/shared/base/ids.ts';
import { type Grant, holds, type Role, scopesOf } from '../../src/shared/domain/access/index.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import type { Envelope } from '../../src/shared/run/store.ts';
import { aField, someFields } from '../make/invoices.ts';
import { type History, openHistory } from './history.ts';
import { entityNames, memoryRows, scopeOf } from './memory-rows.ts';
import { emptyServerFile, memoryLogStore, program, type ServerFile, sessionOf } from './memory-server.ts';
import type { MemoryState } from './memory-transaction.ts';
import { beginLife, healthy } from './process-life.ts';
import { openVirtualTime } from './virtual-time.ts';

/** A Monday at noon in Sweden. */
export const startMs = Date.UTC(2026, 10, 23, 11);
export const units = ['4711', '4712'] as const;

export const serialId = (kind: number, n: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const person = (n: number): PersonId => asId<'person'>(serialId(0xa, n));
export const supplierId: SupplierId = asId<'supplier'>(serialId(0xb, 1));

type Someone = { readonly id: PersonId; readonly roles: readonly (readonly [Role, string])[] };
/** Few people, so that they get in each other's way. */
export const people: readonly Someone[] = [
  { id: person(1), roles: [['verification-clerk', units[0]]] },
  { id: person(2), roles: [['verification-clerk', units[1]]] },
  {
    id: person(3),
    roles: [
      ['verification-clerk', 'all'],
      ['approver', 'all'],
    ],
  },
  { id: person(4), roles: [['approver', units[0]]] },
  {
    id: person(5),
    roles: [
      ['verification-clerk', 'all'],
      ['register-keeper', 'all'],
      ['administrator', 'all'],
    ],
  },
  { id: person(6), roles: [['administrator', 'all']] },
  { id: person(7), roles: [['approver', 'all']] },
  {
    id: person(8),
    roles: [
      ['register-approver', 'all'],
      ['register-keeper', 'all'],
    ],
  },
];
export const administrator = person(6);
export const theProgram = asId<'person'>(program);

/** The server after its founding, and a replica of every view on it: copied into each run. */
export type Founded = {
  readonly server: ServerFile;
  readonly history: History;
  replicaFor(person: PersonId): { readonly state: MemoryState; readonly cursor: Cursor };
};

export async function found(): Promise<Founded> {
  const server = emptyServerFile();
  server.devices.set('founding', { lastDseq: 0, revoked: false, people: new Set() });
  const life = beginLife(healthy(), openVirtualTime(startMs), () => {});
  const store = memoryLogStore(server, life, { puzzlingWrites: 0 }, () => {});
  const sequencer = startSequencer({ store, clock: () => startMs });
  let dseq = 0;
  const send = async (name: string, actor: PersonId, input: unknown): Promise<void> => {
    dseq += 1;
    const envelope: Envelope = {
      id: asId<'command'>(serialId(0xf, dseq)),
      ...{ name, version: 2, input, actor, device: 'founding', dseq, leaseToken: null, issuedAtMs: startMs },
      session: sessionOf(actor),
    };
    const { outcome } = await sequencer.execute(envelope);
    if (outcome.kind !== 'accepted') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
  };
  await send('access/found-workspace', administrator, foundingInput());
  const [keeper, registerApprover] = [person(5), person(8)];
  await send('suppliers/register', keeper, {
    ...{ supplierId, name: 'Exempelbolaget AB', organisationNumber: '5566778899', vatNumber: null },
    ...{ street: null, postcode: null, city: null },
    paymentNumbers: [{ id: serialId(0xc, 1), kind: 'bankgiro', number: '9912346' }],
  });
  const changeId = serialId(0xc, 1);
  await send('registers/note-call-back', keeper, { changeId, spokeWith: 'växeln', note: '', confirmed: true });
  await send('registers/decide-change', registerApprover, { changeId, refusal: null });
  await askForRoles(send);
  await fillRegisters(send, keeper, registerApprover);
  await bringInPaper(server, send);

  const history = openHistory();
  for (const entry of server.log) history.append(entry);
  const replicas = new Map(people.map(({ id }) => [id, replicaOf(server, id)]));
  const replicaFor: Founded['replicaFor'] = (id) => {
    const { state, cursor } = replicas.get(id) ?? replicaOf(server, id);
    return { state: { rows: state.rows.copy(), digests: new Map(state.digests) }, cursor };
  };
  return { server, history, replicaFor };
}

export const blobName = (kind: string, n: number): string => `${kind}${n.toString(16)}`.padStart(64, '0');
export const invoiceNumbers: readonly string[] = ['10045', '10046', '1OO45'];

type Send = (name: string, actor: PersonId, input: unknown) => Promise<void>;

/** Each administrator has asked for something, and a role has a last day. */
async function askForRoles(send: Send): Promise<void> {
  const asked = { reason: 'behövs i arbetet', fromDay: dayInSweden(startMs), throughDay: null };
  await send('access/request-role', administrator, {
    ...{
      changeId: serialId(0xf3, 1),
      grantId: serialId(0xf4, 1),
      personId: person(2),
      role: 'records-officer',
      within: units[0],
    },
    ...asked,
  });
  await send('access/request-role', person(5), {
    ...{ changeId: serialId(0xf3, 2), grantId: serialId(0xf4, 2), personId: person(4), role: 'records-officer', within: 'all' },
    ...asked,
  });
  await send('access/end-role', administrator, { grantId: serialId(0xd, 20), throughDay: addDays(dayInSweden(startMs), 300) });
}

/** One of each kind, so that there is something to change in a short life. */
async function fillRegisters(send: Send, keeper: PersonId, anotherKeeper: PersonId): Promise<void> {
  const day = dayInSweden(startMs);
  const other = serialId(0xb, 2);
  await send('suppliers/register', keeper, {
    ...{ supplierId: other, name: 'Karin Ek Måleri', organisationNumber: '8803200016', vatNumber: null },
    ...{ street: null, postcode: null, city: null, paymentNumbers: [] },
  });
  await send('registers/request-change', keeper, {
    ...{
      changeId: serialId(0xc, 2),
      supplierId: other,
      reason: 'avtalat',
      source: { kind: 'letter', note: '', invoiceId: null },
    },
    wanted: { kind: 'set-payment-days', from: null, to: 45 },
  });
  await send('registers/request-change', keeper, {
    ...{ changeId: serialId(0xc, 3), supplierId: other, reason: 'fel person' },
    source: { kind: 'letter', note: '', invoiceId: null },
    wanted: { kind: 'set-organisation-number', from: '8803200016', to: '1212121212' },
  });
  await send('customers/register', anotherKeeper, {
    ...{ customerId: serialId(0xd, 1), name: 'Kund', otherNames: [], organisationNumber: null, personalNumber: '191212121212' },
    ...{ addresses: [], eInvoiceAddress: null, externalIds: [], isProtected: true, unitId: null },
  });
  await send('articles/register', keeper, {
    ...{ articleId: serialId(0xe, 1), number: '1', name: 'Timme', unit: 'tim', unitId: null, requestedBy: 'Ekonomi' },
    price: { priceId: serialId(0xe, 2), fromDay: day, priceOre: 100_00, vatCode: 'standard', account: '3041' },
  });
  await send('call-reasons/lay-up', administrator, { reasonId: serialId(0x13, 0), name: 'Betalning', fromDay: day });
  await send('supplier-control/report-verdicts', theProgram, {
    source: 'tjänsten',
    verdicts: (['company', 'f-tax'] as const).map((about, n) => ({
      ...{ verdictId: serialId(0xf1, n), findingId: serialId(0xf2, n), supplierId: other, about, result: 'remark' },
      ...{ onDay: day, note: 'avregistrerad' },
    })),
  });
}

/** A file in each unit and two invoices from each, so that there is something to quarrel about from the first step on. */
async function bringInPaper(server: ServerFile, send: Send): Promise<void> {
  for (const [n, unitId] of units.entries()) {
    const sha256 = blobName('f', n);
    server.blobs.add(sha256);
    const file = {
      fileId: serialId(0x10, n),
      name: `skanning ${n}.pdf`,
      channel: 'watched-folder',
      sha256,
      sizeBytes: 1000,
      unitId,
    };
    await send('intake/receive-file', theProgram, file);
    for (const fileIndex of [0, 1])
      await send('supplier-invoices/register', theProgram, registration(file, fileIndex, n + fileIndex));
    await send('intake/finish-reading', theProgram, { fileId: file.fileId, ...pageCounts(sha256) });
  }
}

/** Two pages of two invoices, and two between and after them that were dropped; the picture and words of these are `sha256`. */
export function pageCounts(sha256: string) {
  const page = { imageType: 'image/png', widthPx: 100, heightPx: 100, textSource: 'ocr', why: 'blank' };
  const dropped = [2, 4].map((number) => ({ ...page, page: number, imageSha256: sha256, wordsSha256: sha256 }));
  return { pageCount: 4, documentCount: 2, invoicePageCount: 2, appendixPageCount: 0, dropped };
}

/** The second of three: which of few numbers, sums and pages it has. */
export function registration(
  file: { readonly fileId: string; readonly unitId: string },
  fileIndex: number,
  which: number,
  pages: readonly object[] = [],
) {
  const total = which % 2 === 0 ? 100_000 : 200_000;
  const amounts = { netMinor: aField((total * 4) / 5), vatMinor: aField(total / 5), totalMinor: aField(total) };
  const invoiceNumber = aField(invoiceNumbers[which % invoiceNumbers.length] ?? null);
  return {
    ...{
      fileId: file.fileId,
      unitId: file.unitId,
      invoiceId: serialId(0x11, Number.parseInt(file.fileId.slice(-4), 16) * 16 + fileIndex),
    },
    ...{ fileIndex, receivedAtMs: startMs, pages, supplierId },
    proposal: {
      documentType: 'invoice',
      fields: someFields({ invoiceNumber, ...amounts }),
      lines: [],
      vat: [{ ratePercent: 25, baseMinor: (total * 4) / 5, vatMinor: total / 5 }],
    },
  };
}

function foundingInput() {
  const human = people.map(({ id, roles }, n) => ({ id, name: `Person ${n + 1}`, initials: `P${n + 1}`, human: true, roles }));
  const all = [
    ...human,
    { id: theProgram, name: 'Fakturist', initials: 'F', human: false, roles: [['program', 'all'] as const] },
  ];
  return {
    people: all.map(({ roles, ...someone }, n) => ({
      ...someone,
      grants: roles.map(([role, within], place) => ({ id: serialId(0xd, n * 10 + place), role, within })),
    })),
  };
}

function replicaOf({ state, head }: ServerFile, id: PersonId): { state: MemoryState; cursor: Cursor } {
  const scopes = scopesOf(state.rows.find('grant', 'byPerson', [id], 100) as unknown as readonly Grant[], dayInSweden(startMs)); // rows of that entity
  const rows = memoryRows();
  for (const entity of entityNames)
    for (const row of state.rows.all(entity)) if (holds(scopes, scopeOf(entity, row))) rows.set(entity, row);
  const digests = new Map([...state.digests].filter(([scope]) => holds(scopes, scope)));
  return { state: { rows, digests }, cursor: { ...head, view: viewOf(scopes) } };
}

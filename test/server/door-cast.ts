import { expect } from 'vitest';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { program, type Role } from '../../src/shared/domain/access/index.ts';
import type { Store } from '../../src/shared/run/store.ts';

/** Who is in the play of every-door.test.ts, and what they say. */
export const thief = asId<'person'>('0190aaaa-0000-7000-8000-0000000000e1');
export const keeper = asId<'person'>('0190aaaa-0000-7000-8000-0000000000e2');
export const approver = asId<'person'>('0190aaaa-0000-7000-8000-0000000000e3');
export const administrator = asId<'person'>('0190aaaa-0000-7000-8000-0000000000e4');
export const victim = asId<'supplier'>('0190bbbb-0000-7000-8000-0000000000e1');
/** The thief's, each on its own way in, so that none is taken for one that waits already. */
export const ownPhone = '0700000000';
export const ownNumber = '9912353';
export const rowNumber = '9912361';
export const fileNumber = '9020033';
export const lineNumber = '54029681';

const who = (id: PersonId, name: string, roles: readonly Role[]) => ({
  ...{ id, name, initials: name.slice(0, 2), human: id !== program },
  grants: roles.map((role) => ({ id: asId<'grant'>(uuid()), role })),
});
export const founders = [
  who(program, 'Fakturist', ['program']),
  who(thief, 'Tjuv', ['register-keeper', 'register-approver']),
  who(keeper, 'Kollega', ['register-keeper']),
  who(approver, 'Godkännare', ['register-approver']),
  who(administrator, 'Administratör', ['administrator']),
];

export const registration = (supplierId: string, name: string, numberId?: string) => ({
  ...{ supplierId, name, organisationNumber: null, vatNumber: null, street: null, postcode: null, city: null },
  paymentNumbers: numberId === undefined ? [] : [{ id: numberId, kind: 'bankgiro', number: ownNumber }],
});
export const request = (changeId: string, supplierId: string = victim) => ({
  ...{ changeId, supplierId, reason: 'nytt bankgiro', source: { kind: 'letter', note: '', invoiceId: null } },
  wanted: { kind: 'add-payment-number', numberId: uuid(), numberKind: 'bankgiro', number: ownNumber, holder: null },
});
export const call = (changeId: string) => ({ changeId, spokeWith: 'växeln', note: '', confirmed: true });
export const roleRequest = (changes: object = {}) => ({
  ...{ changeId: uuid(), grantId: uuid(), role: 'approver', within: 'all', fromDay: '2026-11-22', throughDay: null },
  ...{ reason: 'behövs i arbetet', ...changes },
});
export const approval = (changeId: string) => ({ changeId, refusal: null });

/** How a road ended: the code of a refusal, or `accepted`. */
export type Say = (actor: PersonId, name: string, input: object) => Promise<string>;
type Tried = { readonly road: string; readonly tried: string; readonly end: string };
export const tried: Tried[] = [];
export const note = (road: string, what: string, end: string): void => void tried.push({ road, tried: what, end });

/** Every road, and how it ended. */
export function printTable(to = "one's own bankgiro"): void {
  const width = (of: (one: Tried) => string): number => Math.max(...tried.map((one) => of(one).length));
  const [roads, tries] = [width(({ road }) => road), width(({ tried: what }) => what)];
  const lines = tried.map(({ road, tried: what, end }) => `  ${road.padEnd(roads)}  ${what.padEnd(tries)}  ${end}`);
  process.stdout.write(`\n${tried.length} roads to ${to}, all of them shut:\n${lines.join('\n')}\n`);
}

/** Nobody is paid at the thief's number. */
export async function expectClean(store: Pick<Store, 'find'>, road: string): Promise<void> {
  for (const number of [ownNumber, rowNumber, fileNumber, lineNumber])
    expect(await store.find('paymentNumber', 'byNumber', ['bankgiro', number]), `${road} ${number}`).toEqual([]);
}

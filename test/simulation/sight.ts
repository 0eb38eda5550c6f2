import type { PersonId } from '../../src/shared/base/ids.ts';
import type { SupplierInvoice } from '../../src/shared/domain/supplier-invoices/index.ts';
import { administrator, people } from './founding.ts';
import type { MemoryRows } from './memory-rows.ts';
import type { Station } from './station.ts';
import type { Step } from './steps.ts';

/** What a clerk would send. `under` names the invoice whose lease the clerk works under, if it is theirs. */
export type Work = {
  readonly name: string;
  readonly input: unknown;
  readonly actor: PersonId;
  readonly under?: string;
};
/** What the clerk sees, and ids that nobody has had. */
export type Sight = {
  readonly station: Station;
  readonly rows: MemoryRows;
  readonly atMs: number;
  readonly newId: (kind: number) => string;
};
export type Worker = (sight: Sight, step: Step) => Work | undefined;

export const invoicesOf = ({ rows }: Sight): SupplierInvoice[] => [...rows.all('supplierInvoice')] as SupplierInvoice[]; // rows of that entity
export const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
/** One in a given state where there is one, most of the time. */
export function pickInvoice(sight: Sight, step: Step, state: SupplierInvoice['state']): SupplierInvoice | undefined {
  const all = invoicesOf(sight);
  const apt = all.filter((invoice) => invoice.state === state);
  return pick(apt.length > 0 && step.c % 8 !== 0 ? apt : all, step.a);
}

/** Somebody who has signed in here and has the role, most of the time. */
export function someone({ station }: Sight, step: Step, role: string): PersonId {
  if (step.c % 32 === 31) return pick(people, step.b)?.id ?? administrator;
  const apt = station.people.filter((id) => people.some((each) => each.id === id && each.roles.some(([name]) => name === role)));
  return pick(apt.length > 0 && step.c % 16 !== 15 ? apt : station.people, step.b) ?? administrator;
}
/** One of the administrators, who are not at every desk: seldom one who is not. */
export function anAdministrator({ station }: Sight, n: number): PersonId {
  const all = people.filter(({ roles }) => roles.some(([role]) => role === 'administrator')).map(({ id }) => id);
  const here = all.filter((id) => station.people.includes(id));
  const one = pick(here.length > 0 ? here : all, n >> 3) ?? administrator;
  return here.length > 0 || n % 8 === 0 ? one : (pick(station.people, n) ?? one);
}
export const clerk = (sight: Sight, step: Step): PersonId => someone(sight, step, 'verification-clerk');

export const onInvoice =
  (name: string, state: SupplierInvoice['state'], rest: (invoice: SupplierInvoice, sight: Sight, step: Step) => object): Worker =>
  (sight, step) => {
    const invoice = pickInvoice(sight, step, state);
    if (invoice === undefined) return undefined;
    const input = { invoiceId: invoice.id, ...rest(invoice, sight, step) };
    return { name, input, actor: clerk(sight, step), under: invoice.id };
  };

import { z } from 'zod';
import type { PersonId, SupplierId } from '../../base/ids.ts';
import { holds, type Scopes, unitScope } from '../../domain/access/index.ts';
import { parseTraderNumber } from '../../domain/identifiers/index.ts';
import type { FilePage } from '../../domain/intake/index.ts';
import {
  type AskedPixels,
  type ChangeAround,
  decideCallBack,
  decideChange,
  decideChangeReveal,
  decideRequest,
  decideWithdrawal,
  mergeBehind,
  type RegisterChange,
  type RequestChange,
  sourceKinds,
  type WantedChange,
} from '../../domain/register-changes/index.ts';
import { type PlainFacts, paymentNumberKinds, type Supplier } from '../../domain/suppliers/index.ts';
import { command } from '../command.ts';
import { pageOfFile } from '../page-of-file.ts';
import { boxSchema, daySchema, id, reasonSchema, words } from '../schemas.ts';
import type { Store } from '../store.ts';
import { mergeFactsSchema } from './supplier-schemas.ts';

const changeId = id<'registerChange'>();
const days = z.int().min(0).max(365);

const holder = words(200).nullable();
const wantedNumber = {
  numberId: id<'paymentNumber'>(),
  numberKind: z.enum(paymentNumberKinds),
  number: words(50),
  bic: words(20).exactOptional(),
  holder,
  fromDay: daySchema.exactOptional(),
};

const wantedSchema: z.ZodType<WantedChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-payment-number'), ...wantedNumber }),
  z.object({ kind: z.literal('replace-payment-number'), replaces: id<'paymentNumber'>(), ...wantedNumber }),
  z.object({
    kind: z.literal('end-payment-number'),
    numberId: id<'paymentNumber'>(),
    throughDay: daySchema.exactOptional(),
  }),
  z.object({ kind: z.literal('set-holder'), numberId: id<'paymentNumber'>(), from: holder, to: holder }),
  z.object({ kind: z.literal('set-organisation-number'), from: words(20).nullable(), to: words(20) }),
  z.object({ kind: z.literal('set-payment-days'), from: days.nullable(), to: days }),
  z.object({ kind: z.literal('block'), blockedFor: reasonSchema }),
  z.object({ kind: z.literal('unblock') }),
  z.object({ kind: z.literal('merge'), into: id<'supplier'>(), facts: mergeFactsSchema.exactOptional() }),
  z.object({ kind: z.literal('un-merge') }),
  z.object({ kind: z.literal('lift-protection') }),
]);
const requestInput: z.ZodType<RequestChange> = z.object({
  changeId,
  supplierId: id<'supplier'>(),
  wanted: wantedSchema,
  reason: reasonSchema,
  source: z.object({
    kind: z.enum(sourceKinds),
    note: words(1_000),
    invoiceId: id<'supplierInvoice'>().nullable(),
    pixels: z.object({ fileId: id<'sourceFile'>(), page: z.int().min(1), box: boxSchema, text: words(200) }).exactOptional(),
  }),
});

export const registerChangeCommands = {
  'registers/request-change': command({
    input: requestInput,
    permission: 'suppliers.register',
    class: 'online',
    ownSession: true,
    load: async (store, input, { actor, scopes }) => ({
      change: await store.get('registerChange', input.changeId),
      hasSetPhone: (await haveSetPhone(store, [input.supplierId], actor)).size > 0,
      page: await pageInSight(store, input.source.pixels, scopes),
      ...(await loadAround(store, input)),
    }),
    decide: (facts, input, { actor, atMs }) => decideRequest(facts, input, actor, atMs),
  }),
  'registers/note-call-back': command({
    input: z.object({ changeId, spokeWith: words(200).min(1), note: words(1_000), confirmed: z.boolean() }),
    permission: 'suppliers.register',
    class: 'online',
    ownSession: true,
    load: (store, input) => store.get('registerChange', input.changeId),
    decide: (change, input, { actor, atMs }) => decideCallBack(change, input, actor, atMs),
  }),
  'registers/withdraw-change': command({
    input: z.object({ changeId }),
    permission: 'suppliers.register',
    class: 'online',
    ownSession: true,
    load: (store, input) => store.get('registerChange', input.changeId),
    decide: (change, _, { actor }) => decideWithdrawal(change, actor),
  }),
  /** The trace stands where nobody can take it away before the number is seen: it needs the server. */
  'registers/reveal-change': command({
    input: z.object({ changeId, reason: reasonSchema }),
    permission: 'register-changes.decide',
    class: 'online',
    ownSession: true,
    load: (store, input) => store.get('registerChange', input.changeId),
    decide: decideChangeReveal,
  }),
  'registers/decide-change': command({
    input: z.object({ changeId, refusal: reasonSchema.nullable() }),
    permission: 'register-changes.decide',
    class: 'online',
    ownSession: true,
    load: async (store, input, { actor }) => {
      const change = await store.get('registerChange', input.changeId);
      return { change, hadAHand: await hadAHand(store, change, actor), ...(await loadAround(store, change)) };
    },
    decide: (facts, input, { actor, atMs }) => decideChange(facts, input, actor, atMs),
  }),
};

/** A page that whoever asks may see: citing its picture lets those who decide see it too. */
async function pageInSight(store: Store, pixels: AskedPixels | undefined, scopes: Scopes): Promise<FilePage | undefined> {
  const found = pixels === undefined ? undefined : await pageOfFile(store, pixels.fileId, pixels.page);
  return found !== undefined && holds(scopes, unitScope(found.unitId)) ? found.page : undefined;
}

/** More changes of one supplier by one person than anyone makes. */
const allChanges = 10_000;

/** Whether a person put a supplier that the change is about in the register, or has ever rung about it. */
async function hadAHand(store: Store, change: RegisterChange | undefined, person: PersonId): Promise<boolean> {
  if (change === undefined) return false;
  const { id, supplierId, wanted } = change;
  const suppliers = wanted.kind === 'merge' ? [supplierId, wanted.into] : [supplierId];
  const acts = [[id, person, 'call-back-noted'], ...suppliers.map((one) => [one, person, 'supplier-registered'])];
  return (await store.findMany('event', 'bySubjectActorAndType', acts, 1)).some((events) => events.length > 0);
}

/** Those of the suppliers whose telephone number a person has put there, now or earlier. */
export async function haveSetPhone(
  store: Store,
  supplierIds: readonly SupplierId[],
  person: PersonId,
): Promise<ReadonlySet<SupplierId>> {
  const by = (type: string) => supplierIds.map((supplierId) => [supplierId, person, type]);
  const changed = await store.findMany('event', 'bySubjectActorAndType', by('supplier-facts-changed'), allChanges);
  const registered = await store.findMany('event', 'bySubjectActorAndType', by('supplier-registered'), 1);
  const hasChanged = changed.map(
    (events) => events.some(({ event }) => typeof (event as { facts?: PlainFacts }).facts?.phone === 'string'), // events of that type
  );
  const hasRegistered = registered.map((events) => events.some(({ event }) => (event as Partial<Supplier>).phone !== undefined)); // as above
  return new Set(supplierIds.filter((_, place) => hasChanged[place] === true || hasRegistered[place] === true));
}

const nothing: ChangeAround = { supplier: undefined, numbers: [], survivor: undefined, absorbed: [], owner: undefined };

async function loadAround(
  store: Store,
  change: Pick<RegisterChange, 'supplierId' | 'wanted'> | undefined,
): Promise<ChangeAround> {
  if (change === undefined) return nothing;
  const { supplierId, wanted } = change;
  const number = wanted.kind === 'set-organisation-number' ? parseTraderNumber(wanted.to) : undefined;
  const supplier = await store.get('supplier', supplierId);
  const other = wanted.kind === 'merge' ? wanted.into : wanted.kind === 'un-merge' ? supplier?.mergedInto : undefined;
  const approved =
    wanted.kind === 'un-merge'
      ? await store.find('registerChange', 'bySupplierAndState', [supplierId, 'approved'], allChanges)
      : [];
  return {
    supplier,
    numbers: await store.find('paymentNumber', 'bySupplier', [supplierId]),
    survivor: other === undefined ? undefined : await store.get('supplier', other),
    merge: mergeBehind(approved),
    absorbed: await store.find('supplier', 'byMergedInto', [supplierId]),
    owner: (await store.find('supplier', 'byOrganisationNumber', [number?.ok ? number.value : null], 1))[0],
  };
}

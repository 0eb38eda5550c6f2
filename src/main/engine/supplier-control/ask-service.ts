import type { Day } from '../../../shared/base/day.ts';
import { asId, type SupplierId } from '../../../shared/base/ids.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import {
  type ControlCheck,
  type ControlLimits,
  checksToAsk,
  limitsOn,
  type ReportVerdicts,
} from '../../../shared/domain/supplier-control/index.ts';
import type { Supplier } from '../../../shared/domain/suppliers/index.ts';
import type { Store } from '../../../shared/run/store.ts';
import {
  type AskedSupplier,
  type ControlBatch,
  type ControlService,
  ControlServiceFailure,
  type ControlServiceFault,
} from './control-service.ts';

/** As many suppliers as are asked about at a time, and as many verdicts as one command takes. */
const batchSize = 500;

export type AskingParts = {
  readonly store: Store;
  /** Suppliers after this id, by id. */
  readonly suppliersAfter: (id: string, limit: number) => Promise<readonly Supplier[]>;
  /** Takes verdicts in as one command, in the program's name. */
  readonly report: (input: ReportVerdicts) => Promise<{ readonly ok: boolean }>;
  readonly today: () => Day;
};

/** The next suppliers of the register with a check that nobody has answered, or too long ago; null when the register has been gone through. */
export async function nextBatch(
  { store, suppliersAfter, today }: AskingParts,
  asked: readonly ControlCheck[],
  after: string,
  { limits = limitsOn(today()), waiting = [] }: { readonly limits?: ControlLimits; readonly waiting?: readonly Waiting[] } = {},
): Promise<{ readonly batch: ControlBatch; readonly after: string } | null> {
  const day = today();
  const underWay = checksUnderWay(waiting);
  const suppliers: AskedSupplier[] = [];
  for (let last = after; ; ) {
    const page = await suppliersAfter(last, batchSize);
    for (const supplier of page) {
      last = supplier.id;
      if (isLeftOut(supplier)) continue;
      const verdicts = await store.find('controlVerdict', 'bySupplier', [supplier.id]);
      const checks = checksToAsk(verdicts, asked, day, limits).filter((check) => !underWay.has(`${supplier.id}:${check}`));
      if (checks.length > 0) suppliers.push(await asAsked(store, supplier, checks));
      if (suppliers.length >= batchSize) break;
    }
    if (suppliers.length >= batchSize || page.length < batchSize)
      return suppliers.length === 0 ? null : { batch: { batchId: uuid(), asOf: day, suppliers }, after: last };
  }
}

/** A batch without what is sent of each supplier: enough to know its answer by, and to make it whole again. */
export type Waiting = {
  readonly batchId: string;
  readonly asOf: Day;
  readonly asked: readonly { readonly supplierId: SupplierId; readonly checks: readonly ControlCheck[] }[];
};

const checksUnderWay = (waiting: readonly Waiting[]): ReadonlySet<string> =>
  new Set(
    waiting.flatMap(({ asked }) => asked.flatMap(({ supplierId, checks }) => checks.map((check) => `${supplierId}:${check}`))),
  );

/** What an answer to it is held against. */
export const rememberedBatch = ({ batchId, asOf, asked }: Waiting): ControlBatch => ({
  batchId,
  asOf,
  suppliers: asked.map((one) => ({ ...one, name: '', organisationNumber: null, paymentNumbers: [] })),
});

/** The batch as it is sent, from the register as it is now. */
export async function wholeBatch(store: Store, { batchId, asOf, asked }: Waiting): Promise<ControlBatch> {
  const suppliers: AskedSupplier[] = [];
  for (const { supplierId, checks } of asked) {
    const supplier = await store.get('supplier', supplierId);
    if (supplier !== undefined) suppliers.push(await asAsked(store, supplier, checks));
  }
  return { batchId, asOf, suppliers };
}

/** Merged into another, or ended: nobody is paid under it. Whose identity is protected is told to nobody else. */
const isLeftOut = ({ mergedInto, endedOn, protectedBy }: Supplier): boolean =>
  mergedInto !== undefined || endedOn !== undefined || protectedBy !== undefined;

async function asAsked(
  store: Store,
  { id, name, organisationNumber }: Supplier,
  checks: readonly ControlCheck[],
): Promise<AskedSupplier> {
  const numbers = await store.find('paymentNumber', 'bySupplier', [id]);
  return {
    ...{ supplierId: id, name, organisationNumber: organisationNumber ?? null, checks },
    paymentNumbers: numbers.map(({ kind, number }) => ({ kind, number })),
  };
}

/** What came of a batch. `waiting`: no answer yet. `failed`: nothing was taken in, and the same batch may be received again. */
export type BatchOutcome =
  | {
      readonly kind: 'taken';
      readonly verdicts: number;
      readonly ignored: number /** Asked and not answered. */;
      readonly unanswered: number;
    }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly code: ControlServiceFault | 'not-taken' };

export async function sendBatch(
  service: ControlService,
  batch: ControlBatch,
): Promise<{ readonly kind: 'sent' } | Extract<BatchOutcome, { kind: 'failed' }>> {
  try {
    await service.send(batch);
    return { kind: 'sent' };
  } catch (error) {
    return failed(error);
  }
}

/** Fetches the answer to a batch and takes it in. Taken in twice it changes nothing. */
export async function receiveBatch(
  { report }: Pick<AskingParts, 'report'>,
  service: ControlService,
  batch: ControlBatch,
): Promise<BatchOutcome> {
  try {
    const answer = await service.receive(batch);
    if (answer === null) return { kind: 'waiting' };
    const { verdicts, ignored } = answer;
    for (let from = 0; from < verdicts.length; from += batchSize) {
      const part = verdicts
        .slice(from, from + batchSize)
        .map((verdict) => ({ ...verdict, verdictId: asId<'controlVerdict'>(uuid()), findingId: asId<'controlFinding'>(uuid()) }));
      if (!(await report({ source: service.source, verdicts: part })).ok) return { kind: 'failed', code: 'not-taken' };
    }
    const asked = batch.suppliers.reduce((total, { checks }) => total + checks.length, 0);
    return { kind: 'taken', verdicts: verdicts.length, ignored, unanswered: asked - verdicts.length };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): { readonly kind: 'failed'; readonly code: ControlServiceFault } {
  if (error instanceof ControlServiceFailure) return { kind: 'failed', code: error.code };
  throw error;
}

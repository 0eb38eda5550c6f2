import { z } from 'zod';
import { decideGivingBack, decideLease } from '../../domain/work-queue/index.ts';
import { command } from '../command.ts';
import { id } from '../schemas.ts';

const invoiceId = id<'supplierInvoice'>();

export const leaseCommands = {
  'leases/take': command({
    input: z.object({ invoiceId, minutes: z.int().min(1).max(480) }),
    permission: 'supplier-invoices.correct',
    class: 'online',
    load: async (store, input) => ({
      lease: await store.get('lease', input.invoiceId),
      unitId: (await store.get('supplierInvoice', input.invoiceId))?.unitId,
    }),
    decide: (facts, input, { actor, device, atMs }) => decideLease(facts, input, { actor, device }, atMs),
  }),
  'leases/give-back': command({
    input: z.object({ invoiceId }),
    permission: 'supplier-invoices.correct',
    class: 'online',
    load: (store, input) => store.get('lease', input.invoiceId),
    decide: (lease, _, { actor, device }) => decideGivingBack(lease, { actor, device }),
  }),
};

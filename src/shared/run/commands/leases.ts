import { z } from 'zod';
import { holds, unitScope } from '../../domain/access/index.ts';
import {
  decideBasket,
  decideGivingBack,
  decideGivingBackBasket,
  decideLease,
  decideTakeOver,
} from '../../domain/work-queue/index.ts';
import { command } from '../command.ts';
import { id, reasonSchema } from '../schemas.ts';

const invoiceId = id<'supplierInvoice'>();
const minutes = z.int().min(1).max(480);
/** As many as a basket holds (korg). */
const basket = z.array(invoiceId).min(1).max(100);

export const leaseCommands = {
  'leases/take': command({
    input: z.object({ invoiceId, minutes }),
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
  'leases/take-basket': command({
    input: z.object({ invoiceIds: basket, minutes }),
    permission: 'supplier-invoices.correct',
    class: 'online',
    load: (store, { invoiceIds }) =>
      Promise.all(
        [...new Set(invoiceIds)].map(async (one) => ({
          invoiceId: one,
          lease: await store.get('lease', one),
          unitId: (await store.get('supplierInvoice', one))?.unitId,
        })),
      ),
    decide: (places, input, { actor, device, atMs, scopes }) => {
      const seen = places.map((place) =>
        place.unitId !== undefined && holds(scopes, unitScope(place.unitId)) ? place : { ...place, unitId: undefined },
      );
      return decideBasket(seen, input.minutes, { actor, device }, atMs);
    },
  }),
  'leases/give-back-basket': command({
    input: z.object({ invoiceIds: basket }),
    permission: 'supplier-invoices.correct',
    class: 'online',
    load: (store, { invoiceIds }) => Promise.all([...new Set(invoiceIds)].map((one) => store.get('lease', one))),
    decide: (leases, _, { actor, device }) => decideGivingBackBasket(leases, { actor, device }),
  }),
  'leases/take-over': command({
    input: z.object({ invoiceId, minutes, reason: reasonSchema }),
    permission: 'supplier-invoices.correct',
    class: 'online',
    load: (store, input) => store.get('lease', input.invoiceId),
    decide: (lease, input, { actor, device, atMs }) => decideTakeOver(lease, input, { actor, device }, atMs),
  }),
};

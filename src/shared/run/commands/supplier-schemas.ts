import { z } from 'zod';
import { type ChangeSource, sourceKinds } from '../../domain/register-changes/index.ts';
import {
  type Contact,
  type EInvoiceChannel,
  eInvoiceChannels,
  eInvoiceStatuses,
  type FactsToChange,
  type MergeFacts,
} from '../../domain/suppliers/index.ts';
import { addressSchema, daySchema, id, words } from '../schemas.ts';

/** What is said of suppliers, in the commands that say it. */

const contactSchema: z.ZodType<Contact> = z.object({
  name: words(200),
  purpose: words(60),
  phone: words(50),
  email: words(200),
});
const channelSchema: z.ZodType<EInvoiceChannel> = z.object({
  channel: z.enum(eInvoiceChannels),
  address: words(200),
  status: z.enum(eInvoiceStatuses),
  testedOn: daySchema.exactOptional(),
  testResult: z.enum(['passed', 'failed']).exactOptional(),
  liveOn: daySchema.exactOptional(),
});

const fact = (most: number) => words(most).nullable().exactOptional();
const beyondAddress = { phone: fact(50), email: fact(200), gln: fact(20), peppolId: fact(100) };
const structured = {
  addresses: z.array(addressSchema).max(50).exactOptional(),
  contacts: z.array(contactSchema).max(50).exactOptional(),
  eInvoice: channelSchema.nullable().exactOptional(),
};
const plain = {
  name: fact(200),
  vatNumber: fact(20),
  street: fact(200),
  postcode: fact(20),
  city: fact(100),
  ...beyondAddress,
};

const { phone: _, ...mergeable } = plain;
export const mergeFactsSchema: z.ZodType<MergeFacts> = z.object(mergeable);
/** One that says the telephone number too is refused, not read without it. */
export const factsSchema: z.ZodType<FactsToChange> = z.object({ ...mergeable, phone: z.never().optional(), ...structured });
/** What a new supplier has besides what every registration says. */
export const furtherFactsSchema = z.object({ ...beyondAddress, ...structured });

export const sourceSchema: z.ZodType<ChangeSource> = z.object({
  kind: z.enum(sourceKinds),
  note: words(1_000),
  invoiceId: id<'supplierInvoice'>().nullable(),
});

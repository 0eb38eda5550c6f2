import { z } from 'zod';
import { type Day, parseDay } from '../base/day.ts';
import { asId, type Id } from '../base/ids.ts';
import { type Box, pageFlags, textSources } from '../base/page.ts';
import { type Anchor, dropReasons } from '../domain/extraction/index.ts';
import {
  documentTypes,
  type Fields,
  fieldKinds,
  fieldNames,
  type Proposal,
  referringEvidence,
} from '../domain/invoice-fields/index.ts';
import { addressKinds, type DatedAddress } from '../domain/party-facts/index.ts';
import type { VouchedValues } from '../domain/supplier-invoices/index.ts';

/** Schemas that several commands use. What comes from outside is parsed once; behind the door it is trusted. */

export const id = <Kind extends string>() => z.uuid().transform((text): Id<Kind> => asId(text));
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const words = (most: number) => z.string().max(most);

export const daySchema = z.string().transform((text, ctx): Day => {
  const day = parseDay(text);
  if (day.ok) return day.value;
  ctx.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});

const share = z.number().min(0).max(1);
export const boxSchema: z.ZodType<Box> = z.tuple([share, share, share, share]);

export const fieldNameSchema = z.enum(fieldNames);
export const fieldKindSchema = z.enum(Object.values(fieldKinds));
export const fieldValueSchema = z.union([words(200), z.int()]);
export const vouchedValuesSchema: z.ZodType<VouchedValues> = z.record(fieldNameSchema, fieldValueSchema.nullable());

export const addressSchema: z.ZodType<DatedAddress> = z.object({
  kind: z.enum(addressKinds),
  street: words(200),
  postcode: words(20),
  city: words(100),
  fromDay: daySchema.exactOptional(),
  throughDay: daySchema.exactOptional(),
});

/** A system's name, and what something is called in it. */
export const externalIdSchema = z.string().trim().min(1).max(60);

/** Why something was done that the program advises against, in a person's own words. */
export const reasonSchema = z.string().trim().min(5).max(500);

const evidenceSchema = z.union([
  z.object({ kind: z.literal('pixels'), page: z.int(), box: boxSchema, text: words(500) }),
  z.object({ kind: z.enum(referringEvidence), ref: words(200) }),
]);

const place = { page: z.int().nullable(), box: boxSchema.nullable() };
const field = <Value extends string | number>(value: z.ZodType<Value>) =>
  z.object({
    value: value.nullable(),
    raw: words(500),
    state: z.enum(['safe', 'check', 'error', 'missing', 'absent']),
    confidence: share,
    ...place,
    source: words(500).nullable(),
    evidence: z.array(evidenceSchema).max(20),
    alternatives: z.array(z.object({ value, raw: words(500), confidence: share, ...place })).max(20),
  });
const textField = field(words(200));
const amountField = field(z.int());

const fieldsSchema: z.ZodType<Fields> = z.object({
  supplierName: textField,
  organisationNumber: textField,
  vatNumber: textField,
  invoiceNumber: textField,
  invoiceDate: textField,
  dueDate: textField,
  ocrReference: textField,
  bankgiro: textField,
  plusgiro: textField,
  iban: textField,
  netMinor: amountField,
  vatMinor: amountField,
  roundingMinor: amountField,
  totalMinor: amountField,
  currency: textField,
  buyerReference: textField,
  purchaseOrderNumber: textField,
});

const amount = z.int().nullable();
export const proposalSchema: z.ZodType<Omit<Proposal, 'pages' | 'appendixPages'>> = z.object({
  documentType: z.enum(documentTypes),
  fields: fieldsSchema,
  lines: z
    .array(
      z.object({
        description: words(500),
        quantity: z.number().nullable(),
        unitPriceMinor: amount,
        ratePercent: z.number().nullable(),
        amountMinor: amount,
        ...place,
      }),
    )
    .max(2_000),
  vat: z.array(z.object({ ratePercent: z.number(), baseMinor: amount, vatMinor: amount })).max(20),
});

export const filePageSchema = z.object({
  page: z.int().min(1),
  imageSha256: sha256,
  imageType: z.enum(['image/jpeg', 'image/png']),
  wordsSha256: sha256,
  widthPx: z.int().min(1),
  heightPx: z.int().min(1),
  textSource: z.enum(textSources),
  flags: z.array(z.enum(pageFlags)).max(20).optional(),
  codes: z
    .array(z.object({ format: words(50), text: words(500), box: boxSchema }))
    .max(10)
    .optional(),
  pixelHash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
});
export const pageSchema = filePageSchema.extend({
  isAppendix: z.boolean().optional(),
  wasDropped: z.enum(dropReasons).optional(),
});

const length = z.number().min(-10).max(10);
export const anchorSchema: z.ZodType<Anchor> = z.object({
  field: fieldNameSchema,
  page: z.int().min(-500).max(500),
  label: words(200),
  dx0: length,
  dx1: length,
  dy: length,
  shape: words(200),
  stands: z.boolean(),
});

import { z } from 'zod';
import type { Judgement } from '../../domain/e-invoices/index.ts';
import { words } from '../schemas.ts';

/** What the rules said of an e-invoice, as it is kept with the invoice. */
export const judgementSchema: z.ZodType<Judgement> = z.object({
  soundness: z.enum(['sound', 'remarks', 'faulty']),
  syntax: z.enum(['ubl-invoice', 'ubl-credit-note', 'svefaktura', 'cii']),
  profile: z.enum(['peppol-bis-billing-3', 'en16931', 'svefaktura-1', 'unknown']),
  findings: z
    .array(
      z.object({
        rule: words(60),
        severity: z.enum(['fatal', 'warning']),
        path: words(500),
        message: z.object({ sv: words(500), en: words(500) }),
        isFault: z.boolean(),
      }),
    )
    .max(100),
  findingCount: z.int().min(0),
});

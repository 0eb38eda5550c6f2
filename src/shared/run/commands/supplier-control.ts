import { z } from 'zod';
import { parseBankgiro, parseOrganisationNumber, parsePlusgiro } from '../../domain/identifiers/index.ts';
import {
  controlChecks,
  decideComment,
  decideCompletion,
  decideReport,
  decideSharing,
  decideSnooze,
  decideWaking,
  decideWarningListImport,
  findingOutcomes,
  type ImportWarningList,
  type KnownOfVerdict,
  type ReportVerdicts,
  snoozeDays,
  verdictResults,
} from '../../domain/supplier-control/index.ts';
import { command } from '../command.ts';
import { daySchema, id, reasonSchema, words } from '../schemas.ts';
import type { Store } from '../store.ts';

const findingId = id<'controlFinding'>();
const text = z.string().trim().min(1).max(1_000);
/** More than a list has. */
const allEntries = 10_000;

const reportInput: z.ZodType<ReportVerdicts> = z.object({
  source: words(100).min(1),
  verdicts: z
    .array(
      z.object({
        verdictId: id<'controlVerdict'>(),
        findingId,
        supplierId: id<'supplier'>(),
        about: z.enum(controlChecks),
        result: z.enum(verdictResults),
        onDay: daySchema,
        note: words(1_000),
      }),
    )
    .min(1)
    .max(500),
});

/** A number in its normal form, by its own check digit. */
const normal = (parse: (text: string) => { readonly ok: boolean; readonly value?: string }) =>
  words(30)
    .nullable()
    .transform((text, ctx): string | null => {
      if (text === null) return null;
      const parsed = parse(text);
      if (parsed.ok && parsed.value !== undefined) return parsed.value;
      ctx.addIssue({ code: 'custom', message: 'not a right number' });
      return z.NEVER;
    });

const importInput: z.ZodType<ImportWarningList> = z.object({
  list: words(100).min(1),
  source: words(200).min(1),
  asOf: daySchema,
  lines: z
    .array(
      z.object({
        id: id<'warningListEntry'>(),
        name: words(200),
        organisationNumber: normal(parseOrganisationNumber),
        bankgiro: normal(parseBankgiro),
        plusgiro: normal(parsePlusgiro),
      }),
    )
    .max(5_000),
});

const onFinding = {
  permission: 'supplier-control.handle',
  class: 'provisional',
  load: (store: Store, input: { readonly findingId: string }) => store.get('controlFinding', input.findingId),
} as const;

export const supplierControlCommands = {
  'supplier-control/report-verdicts': command({
    input: reportInput,
    permission: 'supplier-control.report',
    class: 'provisional',
    background: true,
    load: async (store, { verdicts }) => {
      const known: KnownOfVerdict[] = [];
      for (const { supplierId, about } of verdicts)
        known.push({
          isSupplier: (await store.get('supplier', supplierId)) !== undefined,
          verdict: (await store.find('controlVerdict', 'bySupplierAndTopic', [supplierId, about], 1))[0],
          finding: (await store.find('controlFinding', 'byLiveKey', [`${supplierId}:${about}`], 1))[0],
        });
      return known;
    },
    decide: (known, input, { actor, atMs, today }) => decideReport(known, input, actor, atMs, today),
  }),
  'supplier-control/import-warning-list': command({
    input: importInput,
    permission: 'supplier-control.handle',
    class: 'online',
    load: (store, { list }) => store.find('warningListEntry', 'byList', [list], allEntries),
    decide: (known, input) => decideWarningListImport(known, input),
  }),
  'supplier-control/snooze': command({
    ...onFinding,
    input: z.object({ findingId, days: z.literal(snoozeDays), reason: reasonSchema }),
    decide: (finding, input, { actor: by, atMs, today }) => decideSnooze(finding, input, { by, atMs }, today),
  }),
  'supplier-control/wake': command({
    ...onFinding,
    input: z.object({ findingId }),
    decide: (finding, input) => decideWaking(finding, input),
  }),
  'supplier-control/comment': command({
    ...onFinding,
    input: z.object({ findingId, text }),
    decide: (finding, input, { actor: by, atMs }) => decideComment(finding, input, { by, atMs }),
  }),
  'supplier-control/share': command({
    ...onFinding,
    input: z.object({ findingId, personId: id<'person'>(), text }),
    load: async (store, input) => ({
      finding: await store.get('controlFinding', input.findingId),
      colleague: await store.get('person', input.personId),
    }),
    decide: (facts, input, { actor: by, atMs }) => decideSharing(facts, input, { by, atMs }),
  }),
  'supplier-control/complete': command({
    ...onFinding,
    input: z.object({ findingId, outcome: z.enum(findingOutcomes), text }),
    decide: (finding, input, { actor: by, atMs }) => decideCompletion(finding, input, { by, atMs }),
  }),
};

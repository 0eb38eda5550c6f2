import { z } from 'zod';
import { controlChecks, verdictResults } from '../../../shared/domain/supplier-control/index.ts';
import { daySchema, words } from '../../../shared/run/schemas.ts';
import { type ControlAnswer, type ControlBatch, ControlServiceFailure, type GivenVerdict } from './control-service.ts';

/**
 * The program's own form of questions and answers, in JSON, for HTTP and for files: docs/control-exchange.md. `count` closes an answer, so
 * that one that was cut off is known by it.
 */
export const formVersion = 1;

export const asRequest = ({ batchId, asOf, suppliers }: ControlBatch): string =>
  JSON.stringify({ form: 'fakturist-control-request', version: formVersion, batchId, asOf, suppliers, count: suppliers.length });

const answerSchema = z.object({
  form: z.literal('fakturist-control-answer'),
  version: z.literal(formVersion),
  batchId: z.string(),
  verdicts: z.array(z.unknown()).max(100_000),
  count: z.int(),
});

const verdictSchema = z.object({
  supplierId: z.string(),
  about: z.enum(controlChecks),
  result: z.enum(verdictResults),
  onDay: daySchema,
  note: words(1_000),
});

/** What a service answered to a batch, from its text. A line that is not understood or was not asked for is counted and left. */
export function parseAnswer(text: string, batch: ControlBatch): ControlAnswer {
  const answer = answerSchema.safeParse(asJson(text));
  if (!answer.success) throw new ControlServiceFailure('garbage', 'the answer is not in the form that was agreed');
  const { batchId, verdicts: lines, count } = answer.data;
  if (batchId !== batch.batchId) throw new ControlServiceFailure('garbage', 'the answer is to another batch');
  if (lines.length !== count) throw new ControlServiceFailure('half-answer', `${lines.length} of ${count} verdicts came`);
  const asked = new Map(batch.suppliers.map(({ supplierId, checks }) => [supplierId as string, new Set(checks)]));
  const verdicts = new Map<string, GivenVerdict>();
  for (const line of lines) {
    const parsed = verdictSchema.safeParse(line);
    if (!parsed.success || asked.get(parsed.data.supplierId)?.has(parsed.data.about) !== true || parsed.data.onDay > batch.asOf)
      continue;
    const verdict = { ...parsed.data, supplierId: parsed.data.supplierId as GivenVerdict['supplierId'] }; // it is one of those that were asked about
    verdicts.set(`${verdict.supplierId}:${verdict.about}`, verdict);
  }
  return { verdicts: [...verdicts.values()], ignored: lines.length - verdicts.size };
}

/** JSON that ends before its end was cut off on the way; what is none at all is garbage. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const isCutOff = text.trimStart().startsWith('{') && !text.trimEnd().endsWith('}');
    throw new ControlServiceFailure(isCutOff ? 'half-answer' : 'garbage', 'the answer is no JSON', error);
  }
}

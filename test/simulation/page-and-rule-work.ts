import type { SourceFile } from '../../src/shared/domain/intake/index.ts';
import type { LearnedRule } from '../../src/shared/domain/learned-rules/index.ts';
import { blobName, theProgram } from './founding.ts';
import { clerk, invoicesOf, pick, type Sight, type Worker } from './sight.ts';
import type { StepKind } from './steps.ts';

const filesOf = ({ rows }: Sight): SourceFile[] => [...rows.all('sourceFile')] as SourceFile[]; // rows of that entity
const rulesOf = ({ rows }: Sight): LearnedRule[] => [...rows.all('learnedRule')] as LearnedRule[]; // as above

/** A file in a given state where there is one, most of the time. */
function pickFile(sight: Sight, state: SourceFile['state'], a: number, c: number): SourceFile | undefined {
  const all = filesOf(sight);
  const apt = all.filter((file) => file.state === state);
  return pick(apt.length > 0 && c % 8 !== 0 ? apt : all, a);
}
function pickRule(sight: Sight, states: readonly LearnedRule['state'][], a: number, c: number): LearnedRule | undefined {
  const all = rulesOf(sight);
  const apt = all.filter(({ state }) => states.includes(state));
  return pick(apt.length > 0 && c % 8 !== 0 ? apt : all, a);
}

/** Few places, so that rules say the same, or contradict each other. */
const anchors = [0, 1, 2].map((n) => ({
  ...{ field: n === 2 ? 'dueDate' : 'invoiceNumber', page: 1, label: 'nr', dx0: n / 10, dx1: n / 10 + 0.1, dy: 0 },
  ...{ shape: '9', stands: true },
}));

/** What clerks do with pages that were dropped, and what corrections teach. */
export const pageAndRuleWorkers: { readonly [Kind in StepKind]?: Worker } = {
  finishReading: (sight, { a, b, c }) => {
    const file = pickFile(sight, 'received', a, c);
    if (file === undefined) return undefined;
    const page = { imageType: 'image/png', widthPx: 100, heightPx: 100, textSource: 'ocr', why: 'blank' };
    const dropped = [2, 4].map((number) => ({
      ...{ ...page, page: number },
      ...{ imageSha256: blobName('e', b % 4), wordsSha256: blobName('d', b % 4) },
    }));
    const pageCount = c % 16 === 15 ? 7 : 4; // seldom not what was counted
    const counts = { pageCount, documentCount: 2, invoicePageCount: 2, appendixPageCount: 0 };
    return { name: 'intake/finish-reading', input: { fileId: file.id, ...counts, dropped }, actor: theProgram };
  },
  restorePage: (sight, step) => {
    const file = pickFile(sight, 'read', step.a, step.c);
    if (file === undefined) return undefined;
    return { name: 'intake/restore-page', input: { fileId: file.id, page: step.b % 2 === 0 ? 2 : 4 }, actor: clerk(sight, step) };
  },
  dropPage: (sight, step) => {
    const added = invoicesOf(sight).filter(({ pages }) => pages.some(({ wasDropped }) => wasDropped !== undefined));
    const fileId = pick(added, step.a)?.fileId ?? pickFile(sight, 'read', step.a, step.c)?.id;
    if (fileId === undefined) return undefined;
    return { name: 'intake/drop-page', input: { fileId, page: step.b % 2 === 0 ? 2 : 4 }, actor: clerk(sight, step) };
  },
  teach: (sight, step) => {
    const invoice = pick(invoicesOf(sight), step.a);
    if (invoice === undefined) return undefined;
    const input = {
      ...{ ruleId: sight.newId(6), invoiceId: invoice.id, correctionId: sight.newId(7) },
      ...{ anchor: pick(anchors, step.b), exampleText: '10045' },
    };
    return { name: 'learned-rules/teach', input, actor: clerk(sight, step) };
  },
  settleReplay: (sight, { a, b, c }) => {
    const rule = pickRule(sight, ['trial'], a, c);
    if (rule === undefined) return undefined;
    const replay = { checked: 3, agreed: 3, broken: b % 4 === 0 ? [rule.invoiceId] : [] };
    const replaces = rulesOf(sight)
      .filter(({ id, supplierId }) => id !== rule.id && supplierId === rule.supplierId)
      .map(({ id }) => id);
    return { name: 'learned-rules/settle-replay', input: { ruleId: rule.id, replay, replaces }, actor: theProgram };
  },
  switchRule: (sight, step) => {
    const isOff = step.b % 2 === 0;
    const rule = pickRule(sight, isOff ? ['off'] : ['active', 'trial'], step.a, step.c);
    if (rule === undefined) return undefined;
    const name = isOff ? 'learned-rules/switch-on' : 'learned-rules/switch-off';
    return { name, input: { ruleId: rule.id }, actor: clerk(sight, step) };
  },
};

import { droppedPages, type SourceFile } from '../../src/shared/domain/intake/index.ts';
import type { LearnedRule } from '../../src/shared/domain/learned-rules/index.ts';
import { blobName, pageCounts, theProgram } from './founding.ts';
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
    const counts = pageCounts(blobName('e', b % 4));
    const input = { fileId: file.id, ...counts, ...(c % 16 === 15 && { pageCount: 7 }) }; // seldom not what was counted
    return { name: 'intake/finish-reading', input, actor: theProgram };
  },
  restorePage: (sight, step) => {
    const isOpen = new Set(invoicesOf(sight).flatMap(({ state, fileId }) => (state === 'scanned' ? [fileId] : [])));
    const apt = filesOf(sight).filter((file) => isOpen.has(file.id) && droppedPages(file).length > 0);
    const file = pick(apt, step.a) ?? pickFile(sight, 'read', step.a, step.c);
    if (file === undefined) return undefined;
    const page = pick(droppedPages(file), step.b)?.page ?? 2;
    return { name: 'intake/restore-page', input: { fileId: file.id, page }, actor: clerk(sight, step) };
  },
  dropPage: (sight, step) => {
    const added = invoicesOf(sight).flatMap(({ fileId, pages }) =>
      pages.flatMap(({ page, wasDropped }) => (wasDropped === undefined ? [] : [{ fileId, page }])),
    );
    const input = pick(added, step.a) ?? { fileId: pickFile(sight, 'read', step.a, step.c)?.id, page: 2 };
    return input.fileId === undefined ? undefined : { name: 'intake/drop-page', input, actor: clerk(sight, step) };
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
    const isOff = step.b % 8 !== 0 && rulesOf(sight).some(({ state }) => state === 'off');
    const rule = pickRule(sight, isOff ? ['off'] : ['active', 'trial'], step.a, step.c);
    if (rule === undefined) return undefined;
    const name = isOff ? 'learned-rules/switch-on' : 'learned-rules/switch-off';
    return { name, input: { ruleId: rule.id }, actor: clerk(sight, step) };
  },
};

import { err, ok, type Result } from '../../src/shared/base/result.ts';
import type { EInvoicePage } from '../../src/shared/contract/e-invoices.ts';
import {
  EngineError,
  type FilePages,
  type IntakeStatus,
  type LearnedRuleRow,
  type Notice,
  type ReadZone,
  type SourceFileRow,
} from '../../src/shared/contract/engine.ts';

/** What the engine knows of files and of what was learned. */
export type ReadingStart = {
  /** What a rectangle gives; an error is thrown. A promise lets the test see what is shown meanwhile. */
  readonly readZone?: (input: { readonly harder: boolean }) => ReadZone | Promise<ReadZone>;
  readonly files?: readonly SourceFileRow[];
  readonly sheet?: FilePages;
  readonly intake?: Partial<IntakeStatus>;
  readonly rules?: readonly LearnedRuleRow[];
  /** What every invoice says that came as data. */
  readonly eInvoice?: EInvoicePage;
};

/** The part of the fake engine that reads and learns. */
export function makeFakeReading(start: ReadingStart, tell: (notice: Notice) => void) {
  let rules = start.rules ?? [];
  let sheet = start.sheet;
  const status = (): IntakeStatus => ({ watchedFolder: '/skannat', readersReady: 2, waiting: 0, reading: [], ...start.intake });
  const setState = (ruleId: string, state: 'active' | 'off'): Result<unknown, { readonly code: string }> => {
    if (!rules.some(({ id }) => id === ruleId)) return err({ code: 'not-found' });
    rules = rules.map((rule) => (rule.id === ruleId ? { ...rule, state } : rule));
    tell({ kind: 'changed', entities: ['learnedRule'] });
    return ok({ commandId: `switch-${state}` });
  };
  /** A dropped page becomes an appendix of the first document, or goes back. */
  const movePage = (number: number, back: boolean) => {
    if (sheet === undefined) return err({ code: 'not-found' });
    const invoice = sheet.pages.find((page) => page.role === 'invoice')?.invoice ?? null;
    const pages = sheet.pages.map((page) =>
      page.page !== number
        ? page
        : back
          ? ({ ...page, role: 'appendix', invoice, broughtBack: true } as const)
          : ({ ...page, role: 'dropped', invoice: null, broughtBack: false } as const),
    );
    sheet = { ...sheet, pages };
    tell({ kind: 'changed', entities: ['sourceFile', 'supplierInvoice'] });
    return ok({ commandId: 'page' });
  };
  return {
    answers: {
      'e-invoices/page': () => start.eInvoice ?? null,
      'intake/status': status,
      'intake/files': () => start.files ?? [],
      'intake/pages': () => sheet ?? null,
      'learned-rules/card': ({ ruleId }: { ruleId: string }) => rules.find(({ id }) => id === ruleId) ?? null,
      'learned-rules/of-supplier': () => rules,
    } as { readonly [name: string]: (input: never) => unknown },
    tasks: {
      'supplier-invoices/read-zone': async (input: { readonly harder: boolean }) => {
        if (start.readZone === undefined) throw new EngineError('failed');
        return start.readZone(input);
      },
      'intake/prefer': status,
    } as { readonly [name: string]: (input: never) => unknown },
    commands: {
      'learned-rules/switch-off': ({ ruleId }: { ruleId: string }) => setState(ruleId, 'off'),
      'learned-rules/switch-on': ({ ruleId }: { ruleId: string }) => setState(ruleId, 'active'),
      'intake/restore-page': ({ page }: { page: number }) => movePage(page, true),
      'intake/drop-page': ({ page }: { page: number }) => movePage(page, false),
    } as { readonly [name: string]: (input: never) => unknown },
    /** The sheet as it will be from now on. */
    becomeSheet: (next: FilePages) => {
      sheet = next;
      tell({ kind: 'changed', entities: ['supplierInvoice'] });
    },
  };
}

import type { Day } from '../../../src/shared/base/day.ts';
import {
  type HistoryPoint,
  implausible,
  limitsOn,
  type PlausibilityCode,
} from '../../../src/shared/domain/supplier-control/index.ts';
import { invoiceHistory } from '../../../test/make/invoice-history.ts';

/** As many of a supplier's latest invoices as the engine asks for. */
const historyLength = 60;

/** What the plausibility rules say of a history in which nothing is wrong: every remark is in vain. */
export function measurePlausibility(invoices: number): {
  readonly invoices: number;
  /** Invoices with a remark that is to be looked at, and with any. */
  readonly warned: number;
  readonly remarked: number;
  readonly byCode: { readonly [Code in PlausibilityCode]?: number };
} {
  const histories = new Map<string, HistoryPoint[]>();
  const byCode: { [Code in PlausibilityCode]?: number } = {};
  let warned = 0;
  let remarked = 0;
  for (const { invoice } of invoiceHistory({ seed: 5, invoices, plantedShare: 0 })) {
    const { totalMinor, invoiceDate, invoiceNumber } = invoice.fields;
    const own: HistoryPoint = {
      totalMinor: totalMinor.value ?? 0,
      invoiceDate: (invoiceDate.value ?? '2026-01-01') as Day, // the maker gives days
      number: invoiceNumber.value,
    };
    const history = histories.get(invoice.supplierId ?? '') ?? [];
    const remarks = implausible(own, history, limitsOn(own.invoiceDate));
    for (const { code } of remarks) byCode[code] = (byCode[code] ?? 0) + 1;
    if (remarks.length > 0) remarked += 1;
    if (remarks.some(({ severity }) => severity === 'warning')) warned += 1;
    histories.set(invoice.supplierId ?? '', [own, ...history].slice(0, historyLength));
  }
  return { invoices, warned, remarked, byCode };
}

export function showPlausibility(invoices: number): void {
  const { warned, remarked, byCode } = measurePlausibility(invoices);
  const share = (count: number): string => `${((count / invoices) * 100).toFixed(2)} %`;
  console.info(
    `plausibility: of ${invoices} invoices with nothing wrong ${share(warned)} warned of, ${share(remarked)} remarked on`,
  );
  for (const [code, count] of Object.entries(byCode)) console.info(`  ${code}: ${count} (${share(count)})`);
}

if (import.meta.main) showPlausibility(Number(process.argv[2] ?? 100_000));

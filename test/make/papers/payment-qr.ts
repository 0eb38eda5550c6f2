import type { Layout } from './layout.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { Sheet } from './sheets.ts';

/** The Swedish payment code on some papers. */
export async function drawQr(_sheet: Sheet, _facts: PaperFacts, _layout: Layout): Promise<void> {}

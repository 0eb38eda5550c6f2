import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../../../test/e2e/launch.ts';
import { type Line, percentile } from './figures.ts';
import { type Act, painted, scrollThrough } from './in-page.mjs';
import { views } from './views.ts';

const turns = 7;
const paintAimMs = 200;
const frameAimMs = 50;
/** From where a view is come to: its rows must be others. */
const otherViews = ['status:verifierad', 'status:att-verifiera', 'status:parkerad'];
/** A filter that is written otherwise each time: what was asked before is not asked again. */
let spaces = 1;
const another = (text: string): string => text.padEnd(text.length + (spaces++ % 400)).padStart(text.length + 1);

/** The same as a clerk sees it: from the key to the rows on the screen. `byHandMs`: what the bare SQL of a first page takes. */
export async function benchWindow(workspace: string, byHandMs: number, tell: (line: Line) => void): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'fakturist-bench-'));
  const { page, close } = await launchApp({ workspace, userData, demonstration: true, args: ['--without-documents'] });
  page.setDefaultTimeout(120_000);
  await page.getByText('Anna Berg').first().waitFor();
  await page.keyboard.press('Enter');
  await page.setViewportSize({ width: 1366, height: 768 });
  await page
    .getByRole('link', { name: 'Korg' })
    .or(page.getByRole('button', { name: 'Korg' }))
    .first()
    .click();
  await page.getByRole('tab', { name: /^Alla/ }).click();
  await page.locator('[role=row][data-row="5"]').waitFor();
  const act = (what: Act): Promise<number> => page.evaluate(painted, what);
  const line = (name: string, taken: readonly number[], aimMs: number, compared = true) =>
    tell({ name, oursMs: percentile(taken, 0.95), ...(compared && { byHandMs }), aimMs });

  const all: number[] = [];
  let last = '';
  for (const { name, filter } of views) {
    const taken: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const elsewhere = otherViews.find((other) => other !== last && !filter.includes(other)) ?? '';
      await act({ kind: 'filter', text: another(elsewhere) });
      taken.push(await act({ kind: 'filter', text: another(filter) }));
      last = filter;
    }
    all.push(...taken);
    line(name, taken, paintAimMs);
  }
  line('all views together', all, paintAimMs);

  const heads = await page.locator('main [role=grid] [data-sorts]').allTextContents();
  const sorted: number[] = [];
  for (const filter of ['', 'status:att-verifiera', 'status:verifierad'])
    for (const [place, head] of heads.entries()) {
      const taken: number[] = [];
      for (let turn = 0; turn < 4; turn += 1) {
        await act({ kind: 'filter', text: another('status:parkerad') });
        await act({ kind: 'filter', text: another(filter) });
        taken.push(await act({ kind: 'sort', place }));
      }
      sorted.push(...taken);
      line(`${filter === '' ? 'all' : filter}, sorted by ${head}`, taken, paintAimMs);
    }
  line('all sorts together', sorted, paintAimMs);

  await act({ kind: 'filter', text: another('') });
  const jumps: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) for (const key of ['End', 'Home']) jumps.push(await act({ kind: 'key', key }));
  line('all: to the end and back (End, Home)', jumps, paintAimMs);
  const drags: number[] = [];
  for (let turn = 0; turn < 3 * turns; turn += 1)
    drags.push(await act({ kind: 'scroll', share: ((turn * 37) % 97) / 97 + 0.01 }));
  line('all: the thumb dragged to any place', drags, paintAimMs);
  for (const seconds of [5, 20]) {
    const frames = await page.evaluate(scrollThrough, seconds * 1_000);
    line(`longest frame, end to end in ${seconds} s (${frames.length} frames)`, [Math.max(...frames)], frameAimMs, false);
    line(`and the 99th percentile of its frames`, [percentile(frames, 0.99)], frameAimMs, false);
  }
  await close();
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
}

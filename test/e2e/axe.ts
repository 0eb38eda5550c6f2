import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** WCAG 2.1 A and AA, which EN 301 549 asks for. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Axe = {
  run(
    context: unknown,
    options: unknown,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly target: unknown; readonly html: string }[];
    }[];
  }>;
};

/** What hinders people on the screen as it stands, by axe: a line for each place. `contrast` false: colours are those of a screen that was looked at before. */
export async function hindrances(page: Page, { contrast = true } = {}): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ([tags, withContrast]) => {
      const { axe } = window as unknown as { readonly axe: Axe };
      const options = { runOnly: tags, resultTypes: ['violations'], rules: { 'color-contrast': { enabled: withContrast } } };
      const { violations } = await axe.run({ exclude: ['[data-tabster-dummy]'] }, options); // Fluent's own stops for the focus
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    [rules, contrast] as const,
  );
}

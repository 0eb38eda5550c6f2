import type { Page } from 'playwright-core';
import { minor, toDecimalText } from '../../../src/shared/base/money.ts';
import { type FieldName, type FieldValue, fieldKinds, fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';

/** What stands on a document: the value of each field, null for what is not there. */
export type Truth = { readonly [Name in FieldName]?: FieldValue | null };

export type VerifiedInvoice = {
  readonly supplier: string;
  readonly number: string;
  /** Fields that the reading had right before the clerk touched anything, of those that the document has. */
  readonly rightAsRead: number;
  readonly fieldsOnPaper: number;
  readonly wrongThoughSafe: readonly FieldName[];
  readonly stops: number;
  readonly corrected: readonly FieldName[];
  readonly keys: number;
  readonly ms: number;
};

/** A clerk at the verification station who has no mouse: reads the screen as it is, and presses keys. */
export function aClerk(page: Page) {
  let keys = 0;
  const press = async (combo: string) => {
    keys += 1;
    await page.keyboard.press(combo);
  };
  const type = async (text: string) => {
    keys += text.length;
    await page.keyboard.type(text);
  };

  /** What the fields show, and how each stands. */
  const look = () =>
    page.evaluate(
      (names) => {
        const shown: Record<string, { text: string; state: string }> = {};
        for (const name of names) {
          const input = document.getElementById(`field-${name}`);
          if (input instanceof HTMLInputElement)
            shown[name] = { text: input.value, state: document.getElementById(`field-${name}-state`)?.textContent ?? '' };
        }
        return {
          shown,
          focused: document.activeElement?.id.replace('field-', '') ?? '',
          title: document.querySelector('main h1, h1')?.textContent ?? '',
        };
      },
      fieldNames as readonly string[] as string[],
    );

  const isField = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name);
  const waitsForPerson = (state: string): boolean => /Kontrollera|Fel|Saknas/.test(state);

  /** Verifies the invoice that is open, knowing what stands on it. */
  async function verifyOpen(truths: readonly Truth[]): Promise<VerifiedInvoice> {
    const startedAtMs = performance.now();
    const keysBefore = keys;
    await page.locator('#field-invoiceNumber').waitFor();
    await page.waitForFunction(() => document.activeElement?.id.startsWith('field-'));
    const first = await look();
    const truth = bestFit(first.shown, truths);
    const onPaper = fieldNames.filter((name) => truth[name] !== null && truth[name] !== undefined);
    const rightAsRead = onPaper.filter((name) => sameText(first.shown[name]?.text ?? '', textOf(name, truth[name] ?? null)));
    const wrongThoughSafe = fieldNames.filter(
      (name) =>
        /Säker/.test(first.shown[name]?.state ?? '') &&
        !sameText(first.shown[name]?.text ?? '', textOf(name, truth[name] ?? null)),
    );
    const corrected: FieldName[] = [];

    let stops = 0;
    for (; stops < 40; stops += 1) {
      const { shown, focused } = await look();
      if (!isField(focused) || !waitsForPerson(shown[focused]?.state ?? '')) break;
      const wanted = textOf(focused, truth[focused] ?? null);
      if (wanted === '' && (shown[focused]?.text ?? '') !== '') await press('Control+b');
      else if (wanted === '') await press('Control+b');
      else if (sameText(shown[focused]?.text ?? '', wanted)) await press('Enter');
      else {
        corrected.push(focused);
        await type(wanted);
        await press('Enter');
      }
      await page.waitForFunction(
        ([id, before]) => document.activeElement?.id !== id || document.getElementById(`${id}-state`)?.textContent !== before,
        [`field-${focused}`, shown[focused]?.state ?? ''] as const,
        { timeout: 10_000 },
      );
    }

    await press('Control+Enter');
    const left = () =>
      page
        .waitForFunction((title) => (document.querySelector('main h1, h1')?.textContent ?? '') !== title, first.title, {
          timeout: 1_500,
        })
        .then(
          () => true,
          () => false,
        );
    for (let tries = 0; !(await left()); tries += 1) {
      if (tries === 3) throw new Error(`could not verify ${first.title}: ${await page.locator('main').textContent()}`);
      await press('Control+Enter'); // the warnings have been seen
    }
    return {
      supplier: first.shown.supplierName?.text ?? '',
      number: first.shown.invoiceNumber?.text ?? '',
      rightAsRead: rightAsRead.length,
      fieldsOnPaper: onPaper.length,
      wrongThoughSafe,
      stops,
      corrected,
      keys: keys - keysBefore,
      ms: Math.round(performance.now() - startedAtMs),
    };
  }

  return { press, type, verifyOpen, keys: () => keys };
}

/** A value as the clerk would type it. */
function textOf(name: FieldName, value: FieldValue | null): string {
  if (value === null) return '';
  return fieldKinds[name] === 'minor' ? toDecimalText(minor(Number(value))).replace('.', ',') : String(value);
}

/** Spaces and dashes are how a number is shown, not what it is. */
const sameText = (one: string, other: string): boolean => squeezed(one) === squeezed(other);
const squeezed = (text: string): string => text.replace(/[\s\u00a0\u202f-]/g, '').replace('\u2212', '');

/** The document whose values agree best with what is shown: the clerk sees which paper it is. */
function bestFit(shown: Readonly<Record<string, { readonly text: string }>>, truths: readonly Truth[]): Truth {
  const score = (truth: Truth) =>
    fieldNames.filter((name) => truth[name] !== null && sameText(shown[name]?.text ?? '', textOf(name, truth[name] ?? null)))
      .length;
  return truths.toSorted((a, b) => score(b) - score(a))[0] ?? {};
}

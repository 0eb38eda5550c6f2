import type { Page } from 'playwright-core';

/** Counts every use of a mouse, pen or finger in the page from now on. Gives the way to ask for the count. */
export async function countPointerEvents(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.body.dataset.pointerEvents = '0';
    const count = (event: Event) => {
      const isKeyboardClick = event instanceof MouseEvent && event.type === 'click' && event.detail === 0;
      if (!isKeyboardClick) document.body.dataset.pointerEvents = String(Number(document.body.dataset.pointerEvents) + 1);
    };
    for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'click', 'dblclick'])
      document.addEventListener(type, count, { capture: true });
  });
  return () => page.evaluate(() => Number(document.body.dataset.pointerEvents));
}

/**
 * What runs in the window's page: does something as a clerk would, and waits until the rows that it leads to are painted. Handed to the page as
 * text, so it leans on nothing outside itself.
 */
export async function painted(act) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const grid = () => document.querySelector('main [role=grid]');
  const scroller = () => grid()?.firstElementChild;
  const rows = () => [...(grid()?.querySelectorAll('[data-row]') ?? [])];
  const inView = () => {
    const box = scroller()?.getBoundingClientRect();
    return rows().filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return box !== undefined && bottom > box.top + 40 && top < box.bottom;
    });
  };
  const shown = () => {
    const all = inView();
    if (grid() === null) return document.querySelector('main')?.textContent ?? '';
    return all.length === 0 || all.some((row) => row.ariaBusy === 'true')
      ? undefined
      : all.map((row) => row.textContent).join('|');
  };
  const settle = async () => {
    for (let quiet = 0, last = shown(); quiet < 5; ) {
      await frame();
      const now = shown();
      quiet = now !== undefined && now === last ? quiet + 1 : 0;
      last = now;
    }
  };
  await settle();
  const before = shown();

  const input = document.querySelector('main input[type=text]');
  if (act.kind === 'filter' && input !== null) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, act.text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await frame();
  }
  const startedAtMs = performance.now();
  const press = (element, key) => element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  if (act.kind === 'filter') press(input, 'Enter');
  else if (act.kind === 'sort') grid()?.querySelectorAll('[data-sorts]')[act.place]?.click();
  else if (act.kind === 'key') press(rows().find(({ tabIndex }) => tabIndex === 0) ?? rows()[0], act.key);
  else {
    const element = scroller();
    if (element !== null) element.scrollTop = (element.scrollHeight - element.clientHeight) * act.share;
  }
  for (;;) {
    await frame();
    const now = shown();
    if (now !== undefined && now !== before) break;
    if (performance.now() - startedAtMs > 20_000) throw new Error(`nothing came of ${JSON.stringify(act)}`);
  }
  await frame(); // what was put in place is on the screen by now
  return performance.now() - startedAtMs;
}

/** Scrolls from the one end to the other in so many milliseconds; gives how long each frame took. */
export async function scrollThrough(tookMs) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const element = document.querySelector('main [role=grid]')?.firstElementChild;
  const frames = [];
  if (!element) return frames;
  element.scrollTop = 0;
  for (let wait = 0; wait < 30; wait += 1) await frame();
  const startedAtMs = await frame();
  for (let last = startedAtMs, now = last; now - startedAtMs < tookMs; last = now) {
    element.scrollTop = ((element.scrollHeight - element.clientHeight) * (now - startedAtMs)) / tookMs;
    now = await frame();
    frames.push(now - last);
  }
  return frames;
}

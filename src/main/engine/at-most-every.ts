/** Does something now, and when it was done a moment ago, once more when so many milliseconds have gone: however often it is asked for. */
export function atMostEvery(ms: number, act: () => void): { (): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let isWanted = false;
  const ended = (): void => {
    timer = undefined;
    if (isWanted) ask();
  };
  const ask = (): void => {
    isWanted = timer !== undefined;
    if (isWanted) return;
    act();
    timer = setTimeout(ended, ms);
  };
  return Object.assign(ask, { stop: () => clearTimeout(timer) });
}

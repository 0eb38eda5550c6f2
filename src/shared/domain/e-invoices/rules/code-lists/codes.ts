/** The codes of a list: words between white space, `0002-0091` all numbers from the one to the other. */
export function codes(list: string): ReadonlySet<string> {
  return new Set(
    list
      .trim()
      .split(/\s+/)
      .flatMap((code) => {
        const [, from, to] = /^(\d+)-(\d+)$/.exec(code) ?? [];
        if (from === undefined || to === undefined) return [code];
        return Array.from({ length: Number(to) - Number(from) + 1 }, (_, place) =>
          String(Number(from) + place).padStart(from.length, '0'),
        );
      }),
  );
}

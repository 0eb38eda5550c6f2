/** Letters and signs that a digit is read as. */
const looks: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  S: '5',
  $: '5',
  I: '1',
  l: '1',
  '|': '1',
  B: '8',
  Z: '2',
  z: '2',
};
const letters = /[OoDSIlBZz$|]/;
const longest = 40;

/** The land's letters of a VAT number or an IBAN stay; the digits that letters are read for behind them. */
export function withDigits(text: string): string {
  const land = landOf(text);
  return land + text.slice(land.length).replace(new RegExp(letters, 'g'), (letter) => looks[letter] ?? letter);
}

/** No land that companies pay to has the same letter twice: 'SS' is 55. */
const landOf = (text: string): string =>
  /^(SE(?=[\dOoDSIlBZz$| -]{8})|([A-Z])(?!\2)[A-Z](?=[\dOSIlBZ]{2}))/.exec(text)?.[0] ?? '';

/**
 * What a number may have been before it was misread, likeliest first: letters for digits; a digit that came out as its look-alike and
 * itself ('S5' for '5'); a rule of the form before it read as a 1; a digit read twice or three times. Only a check digit can tell which.
 */
export function unmisread(text: string): readonly string[] {
  if (text.length > longest) return [];
  const [, swedish] = /^[S5$][EC€F£](\d{10}01)$/.exec(text) ?? [];
  const land = landOf(text);
  const body = text.slice(land.length);
  const plain = withDigits(text);
  const once = [...body].flatMap((sign, at) => {
    const isDoubled =
      letters.test(sign) && [body[at - 1], body[at + 1]].some((near) => near !== undefined && isLike(near, looks[sign]));
    return isDoubled ? [withDigits(land + body.slice(0, at) + body.slice(at + 1))] : [];
  });
  const withoutRule = /^[1Il|]\d/.test(body) ? [land + plain.slice(land.length + 1)] : [];
  const digits = plain.slice(land.length);
  const readTwice = [1, 2].flatMap((times) =>
    [...digits.matchAll(/(\d)\1+/g)].flatMap(({ 0: run, index }) =>
      run.length > times ? [land + digits.slice(0, index) + digits.slice(index + times)] : [],
    ),
  );
  return [...new Set([...(swedish === undefined ? [] : [`SE${swedish}`]), plain, ...once, ...withoutRule, ...readTwice])].filter(
    (one) => one !== text,
  );
}

const isLike = (sign: string, digit: string | undefined): boolean => sign === digit || looks[sign] === digit;

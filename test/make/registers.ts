import { modulus10Digit } from '../../src/shared/base/check-digits.ts';
import { type Odds, oddsOf } from './papers/odds.ts';
import { type RegisterTwinKind, twinOf } from './register-twins.ts';
import { ends, firstNames, middles, starts, streetEnds, streetStarts, surnames, towns, trades } from './register-words.ts';

/**
 * A supplier register as a municipality has one, from one seed: row `n` is the same however many rows are asked for. Numbers have right
 * check digits; personal identity numbers are of the series 980–999 that Skatteverket keeps for tests. Some rows are twins of an earlier one,
 * in a known way: `twin` says which.
 */
export type MadeSupplier = {
  readonly n: number;
  /** Which of two economy systems it comes from, and what it is called there. */
  readonly system: 'A' | 'B';
  readonly externalId: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** 10 digits; null for a sole trader, and where it was never asked for. */
  readonly organisationNumber: string | null;
  /** 10 digits: a sole trader's. */
  readonly personalNumber: string | null;
  readonly vatNumber: string | null;
  readonly gln: string | null;
  readonly street: string;
  /** '111 22' */
  readonly postcode: string;
  readonly city: string;
  readonly paymentNumbers: readonly { readonly kind: 'bankgiro' | 'plusgiro' | 'iban'; readonly number: string }[];
  readonly state: 'active' | 'blocked' | 'ended';
  /** The same as row `of`, entered once more. */
  readonly twin: { readonly of: number; readonly kind: RegisterTwinKind } | null;
};

export type RegisterOptions = {
  readonly seed: number;
  readonly rows: number /** Of all rows; 0.02 where not said. */;
  readonly twinShare?: number;
};

/** Row after row, so that no more than one has to be in memory. At most 1 000 000 rows. */
export function* aRegister({ seed, rows, twinShare = 0.02 }: RegisterOptions): Generator<MadeSupplier> {
  for (let n = 0; n < rows; n += 1) yield supplierAt(seed, n, twinShare);
}

export function supplierAt(seed: number, n: number, twinShare = 0.02): MadeSupplier {
  const original = originalOf(seed, n, twinShare);
  return original === null ? anOriginal(seed, n) : twinOf(anOriginal(seed, original), n, oddsOf(seed, `twin ${n}`));
}

const isTwin = (seed: number, n: number, share: number): boolean => n >= 10 && oddsOf(seed, `is twin ${n}`).often(share);

/** Which earlier row this one is a twin of; null for one that stands for itself. No twin has a twin. */
function originalOf(seed: number, n: number, share: number): number | null {
  if (!isTwin(seed, n, share)) return null;
  const odds = oddsOf(seed, `original of ${n}`);
  for (;;) {
    const of = odds.whole(0, n - 1);
    if (!isTwin(seed, of, share)) return of;
  }
}

type Choice = [string, ...string[]];
const checked = (base: string): string => `${base}${modulus10Digit(base)}`;
/** Every n below 1 000 000 gets another six digits. */
const scattered = (n: number, by: number): string => String((n * 700_001 + by) % 1_000_000).padStart(6, '0');

function anOriginal(seed: number, n: number): MadeSupplier {
  const odds = oddsOf(seed, `supplier ${n}`);
  const soleTrader = odds.often(0.12);
  const [city, area] = odds.pick(towns);
  const organisationNumber = soleTrader
    ? null
    : checked(`${odds.pick(['556', '559', '769', '969', '802'])}${scattered(n, seed)}`);
  const personalNumber = soleTrader ? aPersonalNumber(n) : null;
  const name = soleTrader ? soleTraderName(odds) : companyName(odds, city);
  const atOfficeHotel = odds.often(0.04);
  const place = atOfficeHotel ? oddsOf(seed, `office hotel ${city}`) : odds;
  return {
    n,
    system: odds.often(0.7) ? 'A' : 'B',
    externalId: String(100_000 + n),
    name,
    aliases: odds.often(0.08) ? [`${odds.pick(starts)}${odds.pick(middles)}${odds.pick(ends)}`] : [],
    organisationNumber,
    personalNumber,
    vatNumber: odds.often(0.8) ? `SE${organisationNumber ?? personalNumber}01` : null,
    gln: odds.often(0.05) ? aGln(n) : null,
    street: `${place.pick(streetStarts)}${place.pick(streetEnds)} ${place.whole(1, 90)}${place.often(0.1) ? ' B' : ''}`,
    postcode: `${area} ${place.whole(10, 99)}`,
    city,
    paymentNumbers: paymentNumbers(odds, n, seed),
    state: odds.weighted({ active: 90, blocked: 3, ended: 7 }),
    twin: null,
  };
}

const letters = [...'ABCDEFGHIJKLMNOPRSTUVÅÖ'] as Choice;

function companyName(odds: Odds, city: string): string {
  const form = odds.weighted({ AB: 80, Aktiebolag: 4, HB: 5, KB: 2, 'Ek. för.': 3, '': 6 });
  const trade = odds.pick(trades)[0];
  const word = `${odds.pick(starts)}${odds.pick(middles)}${odds.often(0.4) ? odds.pick(middles) : ''}${odds.pick(ends)}`;
  const body = odds.weighted({ family: 28, place: 4, word: 48, two: 15, letters: 5 });
  const said = {
    family: `${odds.pick(letters)}${odds.pick(letters)} ${odds.pick(surnames)}s ${trade}`,
    place: `${odds.pick(starts)}${odds.pick(ends)} ${trade} i ${city}`,
    word: `${word} ${trade}`,
    two: `${odds.pick(surnames)} & ${odds.pick(surnames)} ${trade}`,
    letters: `${odds.pick(['AK', 'BL', 'JM', 'NP', 'ÅÖ', 'LT', 'MVB', 'RKS'])} ${word} ${trade}`,
  }[body];
  return form === '' ? said : `${said} ${form}`;
}

const soleTraderName = (odds: Odds): string =>
  odds.often(0.4)
    ? `${odds.pick(firstNames)} ${odds.pick(surnames)}`
    : `${odds.pick(firstNames)} ${odds.pick(surnames)} ${odds.pick(trades)[0]}`;

/** YYMMDD, three digits of the test series, check digit. Another for each n below 400 000. */
function aPersonalNumber(n: number): string {
  const born = new Date(Date.UTC(1945, 0, 1 + (n % 20_000)));
  return checked(`${born.toISOString().slice(2, 10).replaceAll('-', '')}${980 + (Math.floor(n / 20_000) % 20)}`);
}

function paymentNumbers(odds: Odds, n: number, seed: number): MadeSupplier['paymentNumbers'] {
  const numbers: MadeSupplier['paymentNumbers'][number][] = [];
  if (odds.often(0.85)) numbers.push({ kind: 'bankgiro', number: aBankgiro(n, seed) });
  if (odds.often(0.15) || numbers.length === 0)
    numbers.push({ kind: 'plusgiro', number: checked(`${odds.whole(1, 9)}${scattered(n, seed + 7)}`) });
  if (odds.often(0.04)) numbers.push({ kind: 'iban', number: anIban(`5000000058${scattered(n, seed)}1234`) });
  return numbers;
}

/** A row's own; `first`: its first digit, another for what is entered twice. */
export const aBankgiro = (n: number, seed: number, first = '5'): string => checked(`${first}${scattered(n, seed + 3)}`);

/** `account`: the 20 digits after the check digits (ISO 13616). */
export function anIban(account: string): string {
  return `SE${String(98n - (BigInt(`${account}281400`) % 97n)).padStart(2, '0')}${account}`; // S = 28, E = 14
}

/** 13 digits; the check digit by weights 3 and 1 from the right (GS1). */
function aGln(n: number): string {
  const base = `735000${scattered(n, 11)}`;
  const sum = [...base].reverse().reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return `${base}${(10 - (sum % 10)) % 10}`;
}

import type { Odds } from './odds.ts';

/** Invented names of companies, people, streets and towns, put together from parts. */

const starts = [
  'Al',
  'Ber',
  'Bo',
  'Da',
  'Ek',
  'El',
  'Fal',
  'Gran',
  'Hag',
  'Hed',
  'In',
  'Kal',
  'Ky',
  'Lin',
  'Lö',
  'Mar',
  'Mo',
  'Nor',
  'Ny',
  'Or',
  'Pro',
  'Ra',
  'Ro',
  'San',
  'Sjö',
  'Skog',
  'Sol',
  'Sten',
  'Sund',
  'Sve',
  'Te',
  'Tor',
  'Ul',
  'Va',
  'Vi',
  'Väst',
  'Åk',
  'Äng',
  'Öst',
  'Öv',
  'Xi',
  'Qvi',
  'Cen',
  'Jär',
] as const;
const middles = ['', '', '', 'a', 'e', 'i', 'o', 'ne', 'ra', 'li', 'ma', 'te', 'vi', 'ka', 'sta', 'nde'] as const;
const ends = [
  'berg',
  'by',
  'dal',
  'fors',
  'gård',
  'holm',
  'hult',
  'lund',
  'mark',
  'näs',
  'ryd',
  'stad',
  'ström',
  'torp',
  'vall',
  'vik',
  'å',
  'ia',
  'ex',
  'on',
  'tek',
  'va',
  'ro',
  'ix',
  'um',
  'ea',
  'nor',
  'lås',
  'köp',
  'rör',
] as const;
const trades = [
  'Bygg',
  'El',
  'VVS',
  'Måleri',
  'Städ',
  'Kontor',
  'Medicinteknik',
  'Livs',
  'Åkeri',
  'Data',
  'Text & Tolk',
  'Vård',
  'Trädgård',
  'Golv',
  'Plåt',
  'Tryck',
  'Lås & Larm',
  'Kyl',
  'Bemanning',
  'Konsult',
  'Hiss',
  'Återvinning',
  'Möbler',
  'Fordon',
  'Energi',
  'Läromedel',
  'Tvätt',
  'Laboratorium',
  'Säkerhet',
  'Fastighet',
  'Mark & Anläggning',
  'Skylt',
  'Catering',
  'Film',
  'Teknik',
  'Hjälpmedel',
  'Ventilation',
  'Reklam',
  'Utbildning',
  'IT',
] as const;
const tails = [
  '',
  '',
  '',
  '',
  'Sverige',
  'i Norr',
  'Syd',
  'Group',
  'Partner',
  'Service',
  'Nordic',
  'Produktion',
  'Gruppen',
  'Support',
  '& Co',
  'Handel',
  'Entreprenad',
  'Scandinavia',
] as const;
const firstNames = [
  'Anna',
  'Bengt',
  'Cecilia',
  'David',
  'Eva',
  'Fredrik',
  'Gunilla',
  'Hans',
  'Ingrid',
  'Johan',
  'Karin',
  'Lars',
  'Maria',
  'Nils',
  'Olle',
  'Petra',
  'Rolf',
  'Siv',
  'Tomas',
  'Ulla',
  'Viktor',
  'Åsa',
  'Örjan',
  'Fatima',
  'Ahmed',
  'Li',
  'Mirjam',
  'Jörgen',
  'Britt-Marie',
  'Per-Olof',
  'Zeinab',
  'Kjell',
  'Annelie',
  'Linnéa',
] as const;
const roads = ['gatan', 'vägen', 'gränd', 'stigen', 'allén', 'backen', 'plan', 'leden'] as const;
const roadStarts = [
  'Stor',
  'Kung',
  'Industri',
  'Kvarn',
  'Björk',
  'Magasins',
  'Järnvägs',
  'Fabriks',
  'Smides',
  'Ring',
  'Verkstads',
  'Hamn',
  'Sjö',
  'Äppel',
  'Skol',
  'Kyrko',
  'Malm',
  'Tegel',
  'Betong',
  'Elektro',
  'Ö',
  'Norra Gärdes',
  'Lilla Bro',
] as const;

export const companyStem = (odds: Odds): string => `${odds.pick(starts)}${odds.pick(middles)}${odds.pick(ends)}`;

const person = (odds: Odds): string => `${odds.pick(firstNames)} ${companyStem(odds)}${odds.often(0.3) ? 'sson' : ''}`;

export { person as personName };

/** A Swedish company's name: the stem, what it does, and its legal form. */
export function companyName(odds: Odds): { readonly name: string; readonly stem: string; readonly form: string } {
  const form = odds.weighted({
    AB: 78,
    Aktiebolag: 4,
    'AB (publ)': 4,
    HB: 4,
    KB: 3,
    'Ek. för.': 2,
    Handelsbolag: 2,
    Stiftelsen: 2,
    '': 3,
  });
  const stem = odds.often(0.06)
    ? Array.from({ length: odds.whole(3, 4) }, () =>
        odds.pick(['A', 'B', 'C', 'E', 'G', 'H', 'K', 'L', 'M', 'N', 'R', 'S', 'T', 'V']),
      ).join('')
    : companyStem(odds);
  const shape = odds.weighted({
    'stem trade': 5,
    'stem trade tail': 3,
    'stems trade': 2,
    'trade stem': 2,
    'stem & stem': 1,
    stem: 1.5,
    'person trade': 1,
    'AB first': 1,
  });
  const trade = odds.pick(trades);
  const tail = odds.pick(tails);
  const body =
    shape === 'stem trade'
      ? `${stem} ${trade}`
      : shape === 'stem trade tail'
        ? `${stem} ${trade} ${tail}`.trim()
        : shape === 'stems trade'
          ? `${stem}s ${trade} ${tail}`.trim()
          : shape === 'trade stem'
            ? `${trade} ${tail === '' ? 'i' : 'på'} ${stem}`
            : shape === 'stem & stem'
              ? `${stem} & ${companyStem(odds)} ${trade}`
              : shape === 'person trade'
                ? `${person(odds)} ${trade}`
                : stem;
  if (form === 'Stiftelsen') return { name: `Stiftelsen ${body}`, stem, form };
  if (shape === 'AB first' && form === 'AB') return { name: `AB ${stem}s ${trade}`, stem, form };
  return { name: `${body} ${form}`.trim(), stem, form };
}

export const street = (odds: Odds): string =>
  odds.often(0.22)
    ? `Box ${odds.whole(10, 9_899)}`
    : `${odds.pick(roadStarts)}${odds.pick(roads)} ${odds.whole(1, 180)}${odds.often(0.15) ? ` ${odds.pick(['A', 'B', 'C'])}` : ''}`;

export const town = (odds: Odds): string =>
  `${odds.pick(starts)}${odds.pick(['berga', 'by', 'fors', 'hamn', 'köping', 'stad', 'sala', 'sund', 'vik', 'ås', 'arp', 'holm', 'torp'] as const)}`;

export const postcode = (odds: Odds): string => `${odds.whole(100, 989)} ${String(odds.whole(0, 99)).padStart(2, '0')}`;

export const phone = (odds: Odds): string => {
  const area = odds.pick(['08', '031', '040', '018', '060', '090', '0470', '0771', '070', '010'] as const);
  const rest = odds.digits(area === '08' ? 7 : 6);
  return odds.often(0.5)
    ? `${area}-${rest.slice(0, -4)} ${rest.slice(-4, -2)} ${rest.slice(-2)}`
    : odds.often(0.4)
      ? `+46 ${area.slice(1)} ${rest}`
      : `${area}-${rest}`;
};

/** Letters that stand in a web address. */
export const plainLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');

import type { Odds } from './odds.ts';

/** What is sold, put together from parts; the words that stand on a line of an invoice. */

const things = [
  'Kopieringspapper',
  'Gelpenna',
  'Pärm',
  'Handske nitril',
  'Batteri LR6',
  'Filter',
  'Ventil',
  'Kabel',
  'Skruv',
  'Lampa LED',
  'Städvagn',
  'Torkduk',
  'Monitor',
  'Dockningsstation',
  'Tangentbord',
  'Rullator',
  'Förband',
  'Slang',
  'Pump',
  'Packning',
  'Färg vit',
  'Lås cylinder',
  'Nyckel',
  'Matjord',
  'Gräsfrö',
  'Kaffe mellanrost',
  'Mjölk',
  'Potatis',
  'Äpplen',
  'Lärobok',
  'Toner',
  'Skylt',
  'Bordsskiva',
  'Stol',
  'Provrör',
  'Kanyl',
  'Arbetsbyxa',
  'Hyllplan',
  'Diskmedel',
  'Brandsläckare',
] as const;
const traits = [
  'A4',
  '80 g',
  'svart',
  'blå',
  'strl M',
  'strl 42',
  '12-pack',
  '25 mm',
  '1/2"',
  'IP44',
  'KRAV',
  '500 ml',
  '2,5 l',
  'röd',
  'HC',
  '3x1,5',
  '24V',
  'typ B',
  'rostfri',
  'ECO',
  '100 st',
  'L=2400',
] as const;
const services = [
  'Arbetstid montör',
  'Konsulttimmar',
  'Lokalvård',
  'Service enligt avtal',
  'Restid',
  'Milersättning',
  'Utryckning',
  'Projektledning',
  'Licens',
  'Abonnemang',
  'Hyra',
  'Underhåll',
  'Tolkning',
  'Snöröjning',
  'Besiktning',
  'Städning',
  'Bevakning',
  'Transport',
  'Utbildningsdag',
  'Support',
  'Drift',
  'Kalibrering',
  'Tvätt textil',
  'Hämtning avfall',
] as const;
const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const;
export const charges = [
  'Frakt',
  'Fraktkostnad',
  'Faktureringsavgift',
  'Expeditionsavgift',
  'Emballage',
  'Miljöavgift',
  'Drivmedelstillägg',
  'Porto',
  'Hanteringsavgift',
] as const;
export const discounts = ['Rabatt', 'Avtalsrabatt', 'Kampanjrabatt', 'Kundrabatt'] as const;
export const foreignThings = [
  'Reagent kit',
  'Annual licence',
  'Spare part',
  'Calibration service',
  'Textbook',
  'Sensor module',
  'Maintenance',
  'Subscription',
  'Test strips',
  'Shipping',
] as const;
/** Under a line: what nobody reads. */
export const remarks = [
  'Enligt avtal 2024/118',
  'Serienr 4471-2093',
  'Period 2026-09-01 - 2026-09-30',
  'Best. av K. Lund',
  'Följesedel 88120',
  'Rum 214, plan 3',
  'Artikel utgår',
  'Er art.nr 10 22 31',
  'Leveransdatum 2026-10-02',
  'ID 5500123',
] as const;

export const unitsOfThings = ['st', 'st', 'st', 'ST', 'frp', 'förp', 'pkt', 'kg', 'm', 'l', 'krt', 'par', 'Styck', 'EA'] as const;
export const unitsOfServices = ['tim', 'h', 'timmar', 'st', 'mån', 'km', 'dag', 'TIM', 'Tim.'] as const;

export function thing(odds: Odds): string {
  const parts = [odds.pick(things), ...odds.shuffled(traits).slice(0, odds.whole(0, 3))];
  return parts.join(' ');
}

export function service(odds: Odds): string {
  const base = odds.pick(services);
  return odds.often(0.45)
    ? `${base} ${odds.pick(months)}${odds.often(0.5) ? ' 2026' : ''}`
    : odds.often(0.3)
      ? `${base}, v ${odds.whole(1, 52)}`
      : base;
}

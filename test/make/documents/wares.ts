import type { PaperLine } from './paper-invoice.ts';

const line = (
  article: string,
  description: string,
  [quantity, unit, kronor]: readonly [number, string, number],
  ratePercent = 25,
): PaperLine => ({
  article,
  description,
  quantity,
  unit,
  priceMinor: Math.round(kronor * 100),
  ratePercent,
});

export const office: readonly PaperLine[] = [
  line('10233', 'Kopieringspapper A4 80 g, hålat', [40, 'pkt', 48.5]),
  line('20418', 'Gel-penna 0,5 mm svart, 12-pack', [12, 'frp', 139]),
  line('31007', 'Pärm A4 60 mm blå', [25, 'st', 27.9]),
  line('40550', 'Blädderblock 50 blad', [6, 'st', 118]),
  line('99001', 'Frakt', [1, 'st', 149]),
];
export const cleaning: readonly PaperLine[] = [
  line('S100', 'Lokalvård kontor plan 1-3', [24, 'tim', 385]),
  line('S120', 'Golvvård korridor', [6.5, 'tim', 420]),
  line('S200', 'Fönsterputs entré', [2, 'st', 640]),
  line('M010', 'Förbrukningsmaterial', [1, 'st', 312.4]),
  line('S140', 'Storstädning mötesrum', [3, 'tim', 420]),
];
export const medical: readonly PaperLine[] = [
  line('MT-1', 'Årlig tillsyn infusionspump', [14, 'st', 875]),
  line('MT-2', 'Kalibrering blodtrycksmätare', [9, 'st', 460.5]),
  line('MT-9', 'Batterisats 12 V', [5, 'st', 1249]),
  line('MT-7', 'Resa och restid', [3.5, 'tim', 690]),
];
export const energy: readonly PaperLine[] = [
  line('', 'Elenergi oktober 2026', [18_420, 'kWh', 0.74]),
  line('', 'Energiskatt', [18_420, 'kWh', 0.44]),
  line('', 'Fast avgift nät', [1, 'mån', 1_285]),
];
export const food: readonly PaperLine[] = [
  line('', 'Äpplen svenska klass 1', [120, 'kg', 21.4], 12),
  line('', 'Päron konferens', [80, 'kg', 26.95], 12),
  line('', 'Potatis tvättad', [250, 'kg', 9.8], 12),
  line('', 'Returbackar, hyra', [36, 'st', 14.5], 25),
  line('', 'Faktablad råvarukunskap', [4, 'st', 95], 6),
];
export const garden: readonly PaperLine[] = [
  line('', 'Häckklippning innergård', [11, 'tim', 495]),
  line('', 'Bortforsling av ris', [2, 'lass', 780]),
  line('', 'Plantering perenner', [64, 'st', 48]),
];
export const transport: readonly PaperLine[] = [
  line('', 'Budkörning lasarett-arkiv', [18, 'st', 245]),
  line('', 'Godstransport 2 pall', [3, 'st', 1_190.5]),
  line('', 'Väntetid', [1.5, 'tim', 520]),
  line('', 'Drivmedelstillägg', [1, 'st', 311.13]),
];

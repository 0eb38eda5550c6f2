import { folded } from '../../base/text.ts';

/**
 * The words of a supplier's name as they are compared and searched for: folded (å, ä, ö stay letters of their own), signs off, every way
 * to write a legal form made one. 'Bengtssons El & VVS Aktiebolag' → bengtssons, el, vvs, ab.
 */
export function nameWords(name: string): readonly string[] {
  const words = folded(name)
    .replace(/\bek(onomisk)?\.?\s+för(ening)?\b\.?/g, 'ekför')
    .match(/[\p{Letter}\p{Number}]+/gu);
  return (words ?? []).map((word) => legalForms.get(word) ?? word);
}

const legalForms = new Map([
  ['aktiebolag', 'ab'],
  ['aktiebolaget', 'ab'],
  ['handelsbolag', 'hb'],
  ['handelsbolaget', 'hb'],
  ['kommanditbolag', 'kb'],
  ['kommanditbolaget', 'kb'],
  ['bostadsrättsföreningen', 'brf'],
  ['bostadsrättsförening', 'brf'],
  ['stiftelsen', 'stiftelse'],
]);

/** What a name may bear or lack without being another's: legal forms, joining words, and where it is. */
export const emptyWords: ReadonlySet<string> = new Set([
  ...legalForms.values(),
  ...['publ', 'ekför', 'firma', 'enskild', 'o', 'och', 'and', 'i', 'the', 'of', 'sverige', 'sweden', 'svenska', 'filial'],
]);

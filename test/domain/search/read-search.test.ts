import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { readSearch, searchKinds } from '../../../src/shared/domain/search/index.ts';

const today = '2026-11-25' as Day;
const asText = (text: string) => {
  const read = readSearch(text, today);
  if (!read.ok) return `${read.error.code} at ${read.error.at}+${read.error.length}: ${read.error.word}`;
  const { kinds, terms } = read.value;
  return `${kinds.length === searchKinds.length ? '' : `${kinds.join()} `}${terms.map(({ meaning, text: value }) => `${meaning ?? '*'}=${value}`).join('|')}`;
};

test.each([
  ['', ''],
  ['exempel bygg', '*=exempel|*=bygg'],
  ['"Exempel Bygg AB" 1250', '*=Exempel Bygg AB|*=1250'],
  ['lev:exempel', 'supplier *=exempel'],
  ['LEV: exempel', 'supplier *=exempel'],
  ['fakt: lev: exempel', 'invoice,supplier *=exempel'],
  ['belopp:1 250,00 exempel', 'amount=1 250,00|*=exempel'],
  ['belopp:1250 kr', 'amount=1250 kr'],
  ['exempel amount:-1250,50', '*=exempel|amount=-1250,50'],
  ['iban:SE45 5000 0000 0583 9825 7466', 'account=SE45 5000 0000 0583 9825 7466'],
  ['ocr:1234 5678 9', 'ocr=1234 5678 9'],
  ['nr:F-1001 text:"bär stol"', 'number=F-1001|text=bär stol'],
  ['10:30', '*=10:30'],
  ['belopp:', 'value-missing at 0+7: belopp'],
  ['belopp:abc', 'not-an-amount at 0+10: abc'],
  ['x belopp:1.234', 'ambiguous-amount at 2+12: 1.234'],
  ['bg:abc', 'not-a-number at 0+6: abc'],
  ['hylla:3', 'unknown-scope at 0+6: hylla'],
  ['a "bcd', 'quote-not-closed at 2+4: bcd'],
])('%j is read as %j', (text, expected) => expect(asText(text)).toBe(expected));

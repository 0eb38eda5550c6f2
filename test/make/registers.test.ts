import { expect, test } from 'vitest';
import {
  parseBankgiro,
  parseIban,
  parseOrganisationNumber,
  parsePlusgiro,
  parseVatNumber,
} from '../../src/shared/domain/identifiers/index.ts';
import { registerTwinKinds } from './register-twins.ts';
import { aRegister, supplierAt } from './registers.ts';

const rows = [...aRegister({ seed: 1, rows: 5_000 })];

test('every number has a right check digit, and stands for one supplier only but for twins', () => {
  const parsers = { bankgiro: parseBankgiro, plusgiro: parsePlusgiro, iban: parseIban };
  const seen = new Map<string, number>();
  for (const { n, organisationNumber, personalNumber, vatNumber, paymentNumbers, twin } of rows) {
    const whose = twin?.of ?? n;
    for (const number of [organisationNumber, personalNumber])
      if (number !== null) expect(parseOrganisationNumber(number)).toEqual({ ok: true, value: number });
    if (vatNumber !== null) expect(parseVatNumber(vatNumber)).toEqual({ ok: true, value: vatNumber });
    for (const { kind, number } of paymentNumbers) expect(parsers[kind](number)).toEqual({ ok: true, value: number });
    for (const key of [organisationNumber, personalNumber, ...paymentNumbers.map(({ kind, number }) => `${kind} ${number}`)]) {
      if (key === null) continue;
      expect(seen.get(key) ?? whose).toBe(whose);
      seen.set(key, whose);
    }
  }
});

test('a row does not depend on how many are asked for, and another seed gives others', () => {
  expect(supplierAt(1, 4_711)).toEqual(rows[4_711]);
  expect(supplierAt(2, 4_711).name).not.toBe(rows[4_711]?.name);
});

test('every kind of twin is planted, and none is like its original to the letter', () => {
  const twins = rows.filter(({ twin }) => twin !== null);
  expect(new Set(twins.map(({ twin }) => twin?.kind))).toEqual(new Set(registerTwinKinds));
  expect(twins.length).toBeGreaterThan(60);
  for (const { twin } of twins) expect(rows[twin?.of ?? -1]?.twin).toBeNull();
});

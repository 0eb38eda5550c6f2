import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { validate } from '../../src/cli/validate.ts';
import { rightInvoices } from '../conformance/own-cases/index.ts';
import { change } from '../conformance/own-cases/own-case.ts';
import { aFolder } from '../make/workspace.ts';

const printed = vi.spyOn(console, 'info').mockImplementation(() => {});
afterEach(() => printed.mockClear());
const lines = () => printed.mock.calls.map(([line]) => JSON.parse(String(line)));
const right = rightInvoices.S ?? '';

test('one line for each file, with the rules that it breaks; the status says whether all are valid', async () => {
  using folder = aFolder();
  const write = (name: string, xml: string) => writeFileSync(join(folder.path, name), xml);
  write('a.xml', right);
  write('b.xml', change(right, '<cbc:ID>F-1001</cbc:ID>', ''));
  write('c.xml', '<!DOCTYPE a><a/>');
  write('d.txt', 'no e-invoice');
  write('e.xml', `<a>${' '.repeat(25_000_000)}</a>`);
  expect(await validate([folder.path, join(folder.path, 'gone.xml')], true)).toBe(1);
  const path = (name: string) => join(folder.path, name);
  const broken = (file: string, profile: string, rule: string, at: string) => ({
    file: path(file),
    profile,
    findings: [{ rule, severity: 'fatal', path: at, message: { sv: expect.any(String), en: expect.any(String) } }],
    valid: false,
  });
  expect(lines()).toEqual([
    { file: path('a.xml'), profile: 'peppol-bis-billing-3', findings: [], valid: true },
    broken('b.xml', 'peppol-bis-billing-3', 'BR-02', '/Invoice'),
    broken('c.xml', 'unknown', 'FILE-document-type', '/'),
    broken('e.xml', 'unknown', 'FILE-too-large', '/'),
    broken('gone.xml', 'unknown', 'FILE-cannot-be-opened', '/'),
  ]);
});

test('a warning makes no file invalid', async () => {
  using folder = aFolder();
  const file = join(folder.path, 'a.xml');
  writeFileSync(file, change(right, '<cbc:ID>9912346</cbc:ID>', '<cbc:ID>991-2346</cbc:ID>'));
  expect(await validate([file], true)).toBe(0);
  expect(lines()[0].findings.map(({ rule, severity }: { rule: string; severity: string }) => [rule, severity])).toEqual([
    ['SE-R-008', 'warning'],
  ]);
});

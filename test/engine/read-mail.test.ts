import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailLimits, readMail } from '../../src/main/engine/intake/read-mail.ts';
import { aMail } from '../make/a-mail.ts';

const bytesOf = (mail: string): Uint8Array => new TextEncoder().encode(mail);
const pdf = { name: 'faktura.pdf', type: 'application/pdf', bytes: '%PDF-1.7 å' };

test('each attachment is a file; pictures in the text and signatures are none', async () => {
  const logo = { name: 'logga.png', type: 'image/png', bytes: 'x', rest: 'Content-ID: <logga@saljaren>' };
  const signature = { name: 'smime.p7s', type: 'application/pkcs7-signature', bytes: 'x' };
  const xml = { name: '..\\..\\a/b/faktura.xml', type: 'application/xml', bytes: '<Invoice/>' };
  const read = await readMail(bytesOf(aMail([pdf, logo, xml, signature], { subject: 'Faktura å 7' })));
  if (!read.ok) throw new Error(read.error);
  expect(read.value.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['faktura.pdf', '%PDF-1.7 å'],
    ['faktura.xml', '<Invoice/>'],
  ]);
  expect(read.value.origin).toEqual({
    ...{ from: 'Säljaren AB <faktura@saljaren.example>', subject: 'Faktura å 7' },
    sentAtMs: Date.UTC(2026, 10, 23, 7, 15),
  });
});

test('what a forwarded message carries is found in it', async () => {
  const inner = aMail([pdf], { boundary: 'inre' });
  const outer = aMail([]).replace('--grans--', `--grans\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--grans--`);
  const read = await readMail(bytesOf(outer));
  expect(read.ok && read.value.files.map(({ name }) => name)).toEqual(['faktura.pdf']);
});

test('what is beyond the limits is refused, and says so', async () => {
  expect(await readMail(new Uint8Array(mailLimits.bytes + 1))).toEqual({ ok: false, error: 'too-large' });
  const deep = Array.from({ length: 200 }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`).join(
    '',
  );
  expect(await readMail(bytesOf(deep))).toEqual({ ok: false, error: 'damaged' });
  expect(await readMail(bytesOf(`X: ${'x'.repeat(mailLimits.headerBytes)}\r\n\r\n`))).toEqual({ ok: false, error: 'damaged' });
  const many = await readMail(bytesOf(aMail(Array.from({ length: 150 }, () => pdf))));
  expect(many.ok && many.value.files).toHaveLength(mailLimits.files);
});

test('whatever the bytes are, it ends, and throws nothing', async () => {
  const whole = bytesOf(aMail([pdf, { ...pdf, name: '=?utf-8?Q?=F0=9F?=' }]));
  const change = fc.tuple(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 12 }), fc.nat(40));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 6 }), fc.boolean(), async (changes, isCut) => {
      let bytes = [...whole];
      for (const [at, put, drop] of changes) bytes.splice(at, drop, ...put);
      if (isCut) bytes = bytes.slice(0, (changes[0]?.[0] ?? 0) + 1);
      const read = await readMail(Uint8Array.from(bytes));
      if (!read.ok) return;
      for (const { name } of read.value.files) expect(name).toMatch(/^[^\\/\p{Cc}]{1,300}$/u);
    }),
    { numRuns: 200 },
  );
});

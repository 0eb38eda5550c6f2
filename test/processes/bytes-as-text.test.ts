import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromText, losesItsPlace, toText } from '../../src/main/processes/bytes-as-text.ts';

test('a message comes back as it was, through JSON', () => {
  const message = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.uint8Array(),
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(message.value, (value) => {
      expect(fromText(JSON.parse(JSON.stringify(toText(value))))).toEqual(value);
    }),
  );
});

test('bytes of a part of a buffer are those of the part', () => {
  const part = Buffer.from('a page').subarray(2);
  expect(fromText(JSON.parse(JSON.stringify(toText({ page: { image: part } }))))).toEqual({
    page: { image: new Uint8Array(part) },
  });
});

test.each([
  ['20.18.1', true],
  ['22.12.0', true],
  ['22.13.0', false],
  ['24.21.0', false],
])('Node %s loses its place: %s', (version, does) => {
  expect(losesItsPlace(version)).toBe(does);
});

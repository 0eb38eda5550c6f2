import { expect, test } from 'vitest';
import { ReadError, toFailure } from '../../src/main/reader/read-error.ts';
import { readerReplySchema } from '../../src/shared/contract/reader.ts';

test.each([
  [new ReadError('password-protected', 'locked'), 'password-protected'],
  [Object.assign(new Error('gone'), { code: 'ENOENT' }), 'file-gone'],
  [Object.assign(new Error('full'), { code: 'ENOSPC' }), 'disk-full'],
  [new Error('Input image exceeds pixel limit'), 'too-large'],
  [new Error('x'.repeat(100_000)), 'damaged'],
  ['not even an error', 'damaged'],
] as const)('%#: whatever was thrown becomes an answer that the engine takes', (thrown, code) => {
  const failure = toFailure(thrown);
  expect(failure.code).toBe(code);
  expect(readerReplySchema.safeParse({ kind: 'failed', requestId: 1, ...failure }).success).toBe(true);
});

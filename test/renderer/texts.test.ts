import { describe, expect, test } from 'vitest';
import { en } from '../../src/renderer/text/en.ts';
import { fill, fillPlural } from '../../src/renderer/text/fill.ts';
import { sv } from '../../src/renderer/text/sv.ts';

/** Every sentence by its path: 'finding.sum-is-off'. */
function sentences(texts: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    const place = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[place, value] as const] : sentences(value as object, place);
  });
}
const placeholders = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

describe('the texts', () => {
  const english = new Map(sentences(en));

  test.each(sentences(sv))('%s has the same places in both languages', (path, swedish) => {
    expect(placeholders(english.get(path) ?? 'missing')).toEqual(placeholders(swedish));
    expect(swedish.trim()).not.toBe('');
  });

  test('are filled, and tell one from many', () => {
    expect(fill('Läser {name}, sida {page}', { name: 'a.tif', page: 2 })).toBe('Läser a.tif, sida 2');
    expect(fillPlural(sv.invoice.lines, 1)).toBe('1 rad');
    expect(fillPlural(sv.invoice.lines, 3)).toBe('3 rader');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('no component holds words of its own', () => {
  const folder = new URL('../src/renderer/', import.meta.url).pathname;
  const components = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
  const found = components.flatMap((path) => {
    const source = readFileSync(join(folder, path), 'utf8');
    const inAttributes = source.match(/(?:aria-label|title|placeholder|label|hint)="[^"{]*[a-zåäö]{3}[^"]*"/gi) ?? [];
    const between = source.match(/>\s*[A-ZÅÄÖ][a-zåäö]{2,}[^<>{}=;()]*<\//g) ?? [];
    return [...inAttributes, ...between].map((words) => `${path}: ${words}`);
  });
  expect(found.filter((line) => !/hint="(Ctrl|Esc|F\d)|>Fakturist</.test(line))).toEqual([]);
});

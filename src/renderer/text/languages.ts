import { en } from './en.ts';
import { sv } from './sv.ts';
import type { Texts } from './texts.ts';

export const languages = { sv, en } as const satisfies Record<string, Texts>;
export type Language = keyof typeof languages;

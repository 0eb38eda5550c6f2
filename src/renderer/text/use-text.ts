import { createContext, useContext } from 'react';
import { sv } from './sv.ts';
import type { Texts } from './texts.ts';

export const TextContext = createContext<Texts>(sv);

/** The texts in the clerk's language. */
export const useText = (): Texts => useContext(TextContext);

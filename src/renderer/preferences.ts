import { createContext, useContext } from 'react';
import type { Language } from './text/languages.ts';
import type { Density, ThemeChoice } from './ui/theme.ts';

export type Preferences = {
  readonly language: Language;
  readonly theme: ThemeChoice;
  readonly density: Density;
  readonly railCollapsed: boolean;
};
export const usualPreferences: Preferences = { language: 'sv', theme: 'system', density: 'normal', railCollapsed: false };

type Held = { readonly preferences: Preferences; readonly change: (patch: Partial<Preferences>) => void };
export const PreferencesContext = createContext<Held>({ preferences: usualPreferences, change: () => {} });

/** How this person wants the program to look and speak. */
export const usePreferences = (): Held => useContext(PreferencesContext);

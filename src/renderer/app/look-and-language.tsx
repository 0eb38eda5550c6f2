import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { type Preferences, PreferencesContext, usualPreferences } from '../preferences.ts';
import { languages } from '../text/languages.ts';
import { TextContext } from '../text/use-text.ts';
import { UiRoot } from '../ui/ui-root.tsx';
import { useEngineQuery } from '../use-engine.ts';
import { useStored, writeStored } from '../use-stored.ts';

/** How the program looks and speaks: as the person who works now wants it, else as the last one did. */
export function LookAndLanguage({ children }: { readonly children: ReactNode }) {
  const { data: session } = useEngineQuery('session/read', {});
  const [usual] = useStored('preferences', usualPreferences);
  const own = session?.person === null || session === undefined ? '' : `.${session.person.id}`;
  const [preferences, setPreferences] = useStored<Preferences>(`preferences${own}`, usual);
  const change = useCallback(
    (patch: Partial<Preferences>) => {
      setPreferences({ ...preferences, ...patch });
      writeStored('preferences', { ...preferences, ...patch });
    },
    [preferences, setPreferences],
  );
  const held = useMemo(() => ({ preferences, change }), [preferences, change]);
  const { language, theme, density } = preferences;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <PreferencesContext value={held}>
      <TextContext value={languages[language]}>
        <UiRoot theme={theme} density={density}>
          {children}
        </UiRoot>
      </TextContext>
    </PreferencesContext>
  );
}

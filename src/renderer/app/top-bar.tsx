import { usePreferences } from '../preferences.ts';
import { useSession } from '../session.ts';
import { type Language, languages } from '../text/languages.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceMenu } from '../ui/choice-menu.tsx';
import { DisplayIcon, KeyboardIcon, LanguageIcon, LockIcon, SearchIcon } from '../ui/icons.ts';
import type { Density, ThemeChoice } from '../ui/theme.ts';
import { TopBarFrame } from '../ui/top-bar-frame.tsx';

type Props = { readonly onLock: () => void; readonly onKeys: () => void; readonly onSearch: () => void };

/** The bar above: the program, who works, how it looks, and the lock. */
export function TopBar({ onLock, onKeys, onSearch }: Props) {
  const t = useText();
  const { person, demonstration } = useSession();
  const { preferences, change } = usePreferences();
  return (
    <TopBarFrame
      name={t.shell.topBar}
      program={t.shell.program}
      mark={demonstration ? t.shell.demonstration : undefined}
      person={person.name}
      personNote={person.roles.map((role) => t.role[role]).join(', ')}
    >
      <Button look="subtle" icon={<SearchIcon aria-hidden />} hint="Ctrl+K" onClick={onSearch}>
        {t.search.open}
      </Button>
      <ChoiceMenu
        text={t.shell.language}
        icon={<LanguageIcon aria-hidden />}
        groups={[
          {
            name: 'language',
            label: t.shell.language,
            chosen: preferences.language,
            choices: (Object.keys(languages) as Language[]).map((value) => ({ value, text: t.language[value] })),
            onChoose: (value) => change({ language: value as Language }),
          },
        ]}
      />
      <ChoiceMenu
        text={t.shell.display}
        icon={<DisplayIcon aria-hidden />}
        groups={[
          {
            name: 'theme',
            label: t.display.theme,
            chosen: preferences.theme,
            choices: (['system', 'light', 'dark'] as const).map((value) => ({ value, text: t.display[value] })),
            onChoose: (value) => change({ theme: value as ThemeChoice }),
          },
          {
            name: 'density',
            label: t.display.density,
            chosen: preferences.density,
            choices: (['dense', 'normal', 'big'] as const).map((value) => ({ value, text: t.display[value] })),
            onChoose: (value) => change({ density: value as Density }),
          },
        ]}
      />
      <Button look="subtle" icon={<KeyboardIcon aria-hidden />} hint="F1" onClick={onKeys}>
        {t.shell.keys}
      </Button>
      <Button look="subtle" icon={<LockIcon aria-hidden />} hint="Ctrl+Shift+L" onClick={onLock}>
        {t.shell.lock}
      </Button>
    </TopBarFrame>
  );
}

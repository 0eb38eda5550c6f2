import { FluentProvider } from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { DensityContext } from './display.ts';
import './global.css';
import { type Density, type ThemeChoice, themeOf } from './theme.ts';

type Props = { readonly theme: ThemeChoice; readonly density: Density; readonly children: ReactNode };

/** Gives everything below its colours, type size and density. */
export function UiRoot({ theme, density, children }: Props) {
  const systemIsDark = useSyncExternalStore(
    (listener) => {
      dark.addEventListener('change', listener);
      return () => dark.removeEventListener('change', listener);
    },
    () => dark.matches,
  );
  const shade = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;
  return (
    <DensityContext value={density}>
      <FluentProvider theme={themeOf(shade, density)}>
        <div className="ui-root">{children}</div>
      </FluentProvider>
    </DensityContext>
  );
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

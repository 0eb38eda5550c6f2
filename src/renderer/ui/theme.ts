import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';

export type ThemeChoice = 'light' | 'dark' | 'system';
/** Tät, normal, stor text: type, rows and controls follow it together. */
export type Density = 'dense' | 'normal' | 'big';

export const rowHeight: Record<Density, number> = { dense: 26, normal: 34, big: 46 };
export const controlSize = { dense: 'small', normal: 'medium', big: 'large' } as const;

/** Type size of body text; every other size follows it. */
const bodySize: Record<Density, number> = { dense: 13, normal: 14, big: 19 };

const fontFamilyBase = "'Segoe UI Variable Text', 'Segoe UI', Inter, 'Noto Sans', 'DejaVu Sans', sans-serif";

export function themeOf(choice: 'light' | 'dark', density: Density): Theme {
  const theme = choice === 'dark' ? webDarkTheme : webLightTheme;
  const scale = bodySize[density] / 14;
  const px = (size: number) => `${Math.round(size * scale)}px`;
  return {
    ...theme,
    fontFamilyBase,
    fontSizeBase100: px(11),
    fontSizeBase200: px(12),
    fontSizeBase300: px(14),
    fontSizeBase400: px(16),
    fontSizeBase500: px(19),
    fontSizeBase600: px(23),
    lineHeightBase100: px(15),
    lineHeightBase200: px(17),
    lineHeightBase300: px(20),
    lineHeightBase400: px(22),
    lineHeightBase500: px(26),
    lineHeightBase600: px(31),
  };
}

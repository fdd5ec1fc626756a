import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import type { Language } from './api/types';
import type { Texts } from './i18n/en';

const lagoon: MantineColorsTuple = [
  '#e8f7f5', '#d2ece8', '#a5d9d2', '#74c5bb', '#4db4a8', '#2f9f92', '#188579', '#0b6e66', '#075b54', '#034842',
];

/** Mantine's, with an eighth that bears white letters. */
const orange: MantineColorsTuple = [
  '#fff4e6', '#ffe8cc', '#ffd8a8', '#ffc078', '#ffa94d', '#ff922b', '#fd7e14', '#f76707', '#a63d0a', '#8f3108',
];

const system = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Latin text keeps the system's face; Persian letters always come from Vazirmatn. */
export const themeFor = (language: Language, t: Texts) =>
  createTheme({
    colors: { lagoon, orange },
    primaryColor: 'lagoon',
    components: { CloseButton: { defaultProps: { 'aria-label': t.app.close } } },
    primaryShade: { light: 7, dark: 6 },
    autoContrast: true,
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    fontFamily: language === 'fa' ? `Vazirmatn, ${system}` : `${system}, Vazirmatn`,
    headings: { fontWeight: '650' },
    // Persian letters reach higher and lower.
    ...(language === 'fa' && { lineHeights: { md: '1.75', sm: '1.7', xs: '1.65' } }),
  });

/** Quiet text that can still be read: 4.5:1 on every ground it stands on. */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#59636c',
    '--mantine-color-placeholder': '#6a737b',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-orange-light-color': '#93370d',
    '--mantine-color-red-light-color': '#a61e1e',
    '--mantine-color-orange-9': '#b23c06',
  },
  dark: { '--mantine-color-dimmed': '#a3abb3', '--mantine-color-placeholder': '#939ba3' },
});

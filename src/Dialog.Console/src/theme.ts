import { createTheme, type MantineColorsTuple } from '@mantine/core';
import type { Language } from './api/types';

const lagoon: MantineColorsTuple = [
  '#e8f7f5', '#d2ece8', '#a5d9d2', '#74c5bb', '#4db4a8', '#2f9f92', '#188579', '#0b6e66', '#075b54', '#034842',
];

const system = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Latin text keeps the system's face; Persian letters always come from Vazirmatn. */
export const themeFor = (language: Language) =>
  createTheme({
    colors: { lagoon },
    primaryColor: 'lagoon',
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

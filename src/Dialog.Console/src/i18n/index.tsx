import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Language } from '../api/types';
import { en, type Texts } from './en';
import { fa } from './fa';
import { type Format, formatFor } from './format';
import { currentLanguage, subscribeLanguage } from './language';

const texts: Record<Language, Texts> = { fa, en };
const formats: Record<Language, Format> = { fa: formatFor('fa'), en: formatFor('en') };

interface Words {
  language: Language;
  t: Texts;
  f: Format;
}

const Context = createContext<Words | null>(null);

export const wordsOf = (language: Language): Words => ({ language, t: texts[language], f: formats[language] });

export function WordsProvider({ children }: { children: ReactNode }) {
  const language = useSyncExternalStore(subscribeLanguage, currentLanguage);
  const words = useMemo(() => wordsOf(language), [language]);
  return <Context value={words}>{children}</Context>;
}

/** The texts and formats of the console's language. */
export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error('useWords needs a WordsProvider above it.');
  return words;
}

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../protocol/contract';
import { digits, type PanelStrings } from '../strings';
import { panel as en } from '../strings/en';
import { panel as fa } from '../strings/fa';

export interface Speech {
  language: Language;
  strings: PanelStrings;
  digits(number: number): string;
}

export const speak = (language: Language): Speech => ({
  language,
  strings: language === 'fa' ? fa : en,
  digits: (number) => digits(language, number),
});

const Spoken = createContext(speak('en'));
export const SpeechProvider = Spoken.Provider;
export const useSpeech = (): Speech => useContext(Spoken);

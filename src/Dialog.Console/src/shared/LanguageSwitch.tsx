import { SegmentedControl } from '@mantine/core';
import type { Language } from '../api/types';
import { useWords } from '../i18n';
import { chooseLanguage } from '../i18n/language';

interface Props {
  onChosen?: (language: Language) => void;
}

export function LanguageSwitch({ onChosen }: Props) {
  const { t, language } = useWords();
  const choose = (value: string) => {
    const next: Language = value === 'fa' ? 'fa' : 'en';
    chooseLanguage(next);
    onChosen?.(next);
  };
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.app.language}
      value={language}
      onChange={choose}
      data={[{ value: 'fa', label: t.app.languages.fa }, { value: 'en', label: t.app.languages.en }]}
    />
  );
}

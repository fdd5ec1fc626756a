import { SegmentedControl } from '@mantine/core';
import { useWords } from '../i18n';
import { chooseLanguage } from '../i18n/language';

export function LanguageSwitch() {
  const { t, language } = useWords();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.app.language}
      value={language}
      onChange={(value) => chooseLanguage(value === 'fa' ? 'fa' : 'en')}
      data={[{ value: 'fa', label: t.app.languages.fa }, { value: 'en', label: t.app.languages.en }]}
    />
  );
}

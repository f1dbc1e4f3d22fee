import { useTranslation } from 'react-i18next';
import type { LocalizedText } from '../../core/contract/primitives.ts';
import type { Language } from './i18n.ts';

/** The language in use, and how to pick a catalog's text in it. */
export function useLanguage() {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'ko' ? 'ko' : 'en';
  return { language, localized: (text: LocalizedText) => text[language] };
}

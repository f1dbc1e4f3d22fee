/**
 * The words of the page in both languages, bundled, so that switching needs no restart and no file.
 *
 * `{{name, josa}}` is not enough for Korean: a particle follows the last sound of the word before
 * it. A format named like the pair of particles, as in `{{name, 을/를}}`, inserts the word with the
 * right one.
 */
import { josa } from 'es-hangul';
import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../../resources/translations/en.json';
import ko from '../../resources/translations/ko.json';

export type Language = 'en' | 'ko';

const particlePairs = ['을/를', '이/가', '은/는', '와/과', '으로/로'] as const;

export const i18n: I18n = i18next.createInstance();

await i18n.use(initReactI18next).init({
  resources: { en: { translation: en }, ko: { translation: ko } },
  lng: 'en',
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
  returnEmptyString: true,
});

for (const pair of particlePairs) {
  i18n.services.formatter?.add(pair, (value) => josa(String(value), pair));
}

import { useLanguage } from '../i18n/useLanguage.ts';
import { createFormat } from './createFormat.ts';

const formats = { en: createFormat('en'), ko: createFormat('ko') };

/** Formatters of the language in use; the same object until it changes. */
export function useFormat() {
  return formats[useLanguage().language];
}

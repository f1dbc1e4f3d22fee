import { useTranslation } from 'react-i18next';
import { i18n } from './i18n.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * A bundled sample's name in the language in use; a person's own dataset keeps the name it was
 * given.
 */
export function useDatasetName(): (dataset: Named) => string {
  // Listens to the language.
  useTranslation();
  return ({ id, name }) => String(i18n.t(`sampleNames.${id}` as never, { defaultValue: name }));
}

import { useCatalog } from '../state/catalog.ts';
import { type OptionLabel, translateMessage } from './translateMessage.ts';
import { useLanguage } from './useLanguage.ts';

/** An option as its form names it; its own name until the catalog is there. */
export const koreanOptionLabel: OptionLabel = (option, type) => {
  const components = Object.values(useCatalog.getState().catalog).flat();
  const named = components
    .filter((one) => one.options.some(({ name }) => name === option))
    .sort((a, b) => Number(b.type === type) - Number(a.type === type))[0];
  return named?.options.find(({ name }) => name === option)?.label.ko ?? option;
};

/** What the service says, in the language in use. */
export function useMessage(): (text: string) => string {
  const { language } = useLanguage();
  return (text) => translateMessage(language, text, koreanOptionLabel);
}

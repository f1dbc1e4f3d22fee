import { translateDetail } from './translateMessage.ts';
import { useLanguage } from './useLanguage.ts';

/** What stands inside a sentence or beside a name: ours in the language in use. */
export function useDetail(): (text: string) => string {
  const { language } = useLanguage();
  return (text) => translateDetail(language, text);
}

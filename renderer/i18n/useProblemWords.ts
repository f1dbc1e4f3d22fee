/**
 * A refused option in the words of its form. The core names options as files do, `Adam
 * learningRate must be in (0, ∞). Received 0.`; a form calls it `Learning rate`. Every other
 * message is translated as a whole.
 */
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../core/contract/Catalog.ts';
import { useCatalog } from '../state/catalog.ts';
import { useDetail } from './useDetail.ts';
import { useLanguage } from './useLanguage.ts';
import { useMessage } from './useMessage.ts';

const refusal = /^(\w+) (\w+) must be (in (.+)|.+?)\. Received (.+)\.$/s;

/** `isInField`: the message stands under the field, which names itself. */
export function useProblemWords(): (message: string, isInField: boolean) => string {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const say = useMessage();
  const detail = useDetail();
  const catalog = useCatalog((state) => state.catalog);
  return (message, isInField) => {
    const [, type = '', name = '', rule = '', range, received = ''] = refusal.exec(message) ?? [];
    const option = optionOf(catalog, type, name);
    if (!option) return say(message);
    const said =
      range === undefined
        ? t('problems.mustBe', { rule: detail(rule), received })
        : t('problems.mustBeIn', { range, received });
    return isInField ? said : `${type}, ${localized(option.label)}: ${said}`;
  };
}

function optionOf(catalog: Catalog, type: string, name: string) {
  return Object.values(catalog)
    .flat()
    .find((one) => one.type === type)
    ?.options.find((option) => option.name === name);
}

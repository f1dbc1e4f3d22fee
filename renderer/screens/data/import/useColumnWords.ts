import { useLanguage } from '../../../i18n/useLanguage.ts';
import type { ColumnUse } from '../../../state/importChoices.ts';
import { useImporting } from '../../../state/importing.ts';

/** What a use of a column is called, in the words of the options that it stands for. */
export function useColumnWords(): (use: ColumnUse) => string {
  const { localized } = useLanguage();
  const options = useImporting(({ forms }) => forms?.options);
  return (use) => {
    const name = use === 'split' ? 'splitColumn' : use;
    const role = options?.find((option) => option.name === name);
    const types = options?.find((option) => option.name === 'columns')?.choices;
    const label = role?.label ?? types?.find(({ value }) => value === use)?.label;
    return label ? localized(label) : use;
  };
}

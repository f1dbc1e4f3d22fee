import { useTranslation } from 'react-i18next';
import { formatRange } from '../format/formatRange.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { optionValueName } from '../i18n/useOptionWords.ts';
import { type CatalogGroup, useDescriptor } from '../state/catalog.ts';
import { HelpCard } from './HelpCard.tsx';

interface OptionHelpProps {
  readonly group: CatalogGroup;
  readonly type: string;
  readonly option: string;
}

export function OptionHelp({ group, type, option }: OptionHelpProps) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const descriptor = useDescriptor(group, type);
  const found = descriptor?.options.find(({ name }) => name === option);
  if (!descriptor || !found) return null;
  const { label, help, unit, range, choices } = found;
  const fallback = found.inferred ? t('inspector.inferred') : t('inspector.required');
  return (
    <HelpCard
      eyebrow={type}
      title={localized(label)}
      summary={localized(help)}
      equation={descriptor.equation}
      facts={[
        { name: t('inspector.key'), value: option },
        { name: t('inspector.unit'), value: unit ? localized(unit) : '' },
        {
          name: t('inspector.range'),
          value: range ? formatRange(range) : (choices?.map(optionValueName).join(', ') ?? ''),
        },
        {
          name: t('inspector.default'),
          value: found.default === undefined ? fallback : optionValueName(found.default),
        },
      ]}
    />
  );
}

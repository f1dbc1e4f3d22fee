import { useTranslation } from 'react-i18next';
import { familyName } from '../i18n/familyName.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { type CatalogGroup, useDescriptor } from '../state/catalog.ts';
import { HelpCard } from './HelpCard.tsx';

interface ComponentHelpProps {
  readonly group: CatalogGroup;
  readonly type: string;
}

export function ComponentHelp({ group, type }: ComponentHelpProps) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const descriptor = useDescriptor(group, type);
  if (!descriptor) return null;
  return (
    <HelpCard
      eyebrow={familyName(descriptor.family)}
      title={type}
      summary={localized(descriptor.summary)}
      equation={descriptor.equation}
    >
      {descriptor.options.length > 0 ? (
        <div className="border-t border-line pt-3">
          <p className="caption mb-2">{t('inspector.options')}</p>
          <dl className="flex flex-col gap-2.5">
            {descriptor.options.map((option) => (
              <div key={option.name}>
                <dt className="font-medium">{localized(option.label)}</dt>
                <dd className="text-xs text-pretty text-muted">{localized(option.help)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </HelpCard>
  );
}

import { useTranslation } from 'react-i18next';
import type { ImportOptions } from '../../core/contract/ImportOptions.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useImporting } from '../state/importing.ts';
import { HelpCard } from './HelpCard.tsx';

interface ImportOptionHelpProps {
  readonly option: keyof ImportOptions;
}

/** In the words of the service, which are the terminal's too. */
export function ImportOptionHelp({ option }: ImportOptionHelpProps) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const found = useImporting(({ forms }) => forms?.options.find(({ name }) => name === option));
  if (!found) return null;
  const choices = (found.choices ?? []).map(({ label }) => localized(label)).join(', ');
  return (
    <HelpCard
      eyebrow={t('data.import')}
      title={localized(found.label)}
      summary={localized(found.help)}
      facts={[
        { name: t('inspector.key'), value: option },
        { name: t('inspector.range'), value: choices },
      ]}
    />
  );
}

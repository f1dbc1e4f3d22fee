import { useTranslation } from 'react-i18next';
import type { SettingDifference } from '../../../../core/contract/ExperimentComparison.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useSettingValue } from './useSettingValue.ts';

interface ComparedSettingsProps {
  readonly settings: readonly SettingDifference[];
  /** The names of both experiments. */
  readonly first: string;
  readonly second: string;
}

export function ComparedSettings({ settings, first, second }: ComparedSettingsProps) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const say = useSettingValue();
  if (settings.length === 0) return <p className="caption">{t('compare.sameSettings')}</p>;
  return (
    <table className="w-full max-w-3xl table-fixed text-xs selectable">
      <thead>
        <tr className="caption text-left">
          <th className="py-1 pr-4 font-normal">{t('compare.setting')}</th>
          <th className="py-1 pr-4 font-normal break-words">{first}</th>
          <th className="py-1 font-normal break-words">{second}</th>
        </tr>
      </thead>
      <tbody>
        {settings.map((one) => (
          <tr key={one.where} className="border-t border-line align-top">
            <th scope="row" className="py-1 pr-4 text-left font-medium">
              {localized(one.label)}
            </th>
            <td className="number py-1 pr-4 break-words">{say(one.where, one.first)}</td>
            <td className="number py-1 break-words">{say(one.where, one.second)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

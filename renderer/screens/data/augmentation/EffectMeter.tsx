import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { useLatest } from '../../../components/useLatest.ts';
import { useSettled } from '../../../components/useSettled.ts';
import { useFormat } from '../../../format/useFormat.ts';

/** It looks at many samples, and must not keep a slider's preview waiting. */
const SETTLING_MILLISECONDS = 400;

/** How much of what the model sees the transforms really change: none would be for nothing. */
export function EffectMeter({ spec }: { readonly spec: ExperimentSpec }) {
  const { t } = useTranslation();
  const format = useFormat();
  const settled = useSettled(spec, SETTLING_MILLISECONDS);
  const { result } = useLatest('augmentation.effect', { spec: settled });
  if (!result) return null;
  const rows = [
    ...(result.steps.length > 1 ? [{ name: t('augmentation.together'), ...result.together }] : []),
    ...result.steps.map(({ type, ...change }) => ({ name: type, ...change })),
  ];
  return (
    <table className="w-full table-fixed text-xs" data-testid="augmentation-effect">
      <caption className="caption mb-1 text-left">
        {t('augmentation.effect', {
          count: result.samples,
          shown: format.integer(result.samples),
        })}
      </caption>
      <colgroup>
        <col />
        <col className="w-8" />
        <col className="w-15" />
        <col className="w-9" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th>{t('augmentation.transform')}</th>
          <th colSpan={2}>{t('augmentation.changed')}</th>
          <th>{t('augmentation.change')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, changed, change }, place) => (
          // Two of one type may stand in the list.
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own.
          <tr key={place} className="h-6">
            <th scope="row" className="truncate pr-2 text-left font-normal text-muted" title={name}>
              {name}
            </th>
            <td>
              <span className="block h-1.5 overflow-hidden rounded-full bg-sunken">
                <span
                  className="block h-full rounded-full bg-train"
                  style={{ width: `${100 * changed}%` }}
                />
              </span>
            </td>
            <td className="number pl-2 text-right whitespace-nowrap">{format.percent(changed)}</td>
            <td className="pl-2 text-right whitespace-nowrap text-muted tabular-nums">
              {change.toFixed(2)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

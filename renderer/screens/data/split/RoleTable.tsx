import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { SplitSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useCheck } from '../../../state/check.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { type HelpTopic, useInspection } from '../../../state/inspection.ts';

interface RoleTableProps {
  readonly split: SplitSpec;
  readonly dataset: DatasetInfo;
}

const roles = ['train', 'validation', 'test'] as const;
const dots = { train: 'bg-train', validation: 'bg-validation', test: 'bg-test' } as const;
const topics = {
  train: 'split',
  validation: 'validationShare',
  test: 'testShare',
} as const satisfies Record<string, HelpTopic>;

/**
 * Who decides what: training the parameters, validation the hyperparameters, test the algorithm.
 */
export function RoleTable({ split, dataset }: RoleTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useExperiment((state) => state.change);
  const inspect = useInspection((state) => state.inspect);
  const counts = useCheck(({ report }) => report?.splits);
  const hasGivenTest = (dataset.given?.test ?? 0) > 0;
  const hasGivenValidation = split.method === 'given' && (dataset.given?.validation ?? 0) > 0;
  const isGiven = { train: false, validation: hasGivenValidation, test: hasGivenTest };
  const drawnValidation = hasGivenValidation ? 0 : split.validation;
  const shareOf = {
    train: Math.max(0, 1 - drawnValidation - (hasGivenTest ? 0 : split.test)),
    validation: split.validation,
    test: split.test,
  };
  const setShare = (role: 'validation' | 'test', percent: number) =>
    change((draft) => {
      draft.spec.split[role] = percent / 100;
    }, `split.${role}`);
  return (
    <table className="w-full text-left">
      <thead className="text-xs text-muted">
        <tr>
          <th className="py-1 pr-4 font-medium">{t('split.part')}</th>
          <th className="py-1 pr-4 font-medium">{t('split.decides')}</th>
          <th className="py-1 pr-4 text-right font-medium whitespace-nowrap">
            {t('split.samples')}
          </th>
          <th className="w-28 py-1 text-right font-medium">{t('split.share')}</th>
        </tr>
      </thead>
      <tbody>
        {roles.map((role) => (
          <tr key={role} className="border-t border-line">
            <th scope="row" className="py-1 pr-4 font-medium whitespace-nowrap">
              <span aria-hidden className={`mr-2 inline-block size-2 rounded-full ${dots[role]}`} />
              {t(`roles.${role}`)}
            </th>
            <td className="py-1 pr-4 text-muted">{t(`split.decide.${role}`)}</td>
            <td className="number py-1 pr-4 text-right whitespace-nowrap">
              {format.integer(counts?.[role])}
            </td>
            <td className="py-1">
              {role === 'train' || isGiven[role] ? (
                <span className="number flex h-8 items-center justify-end pr-2.5 whitespace-nowrap">
                  {role === 'train' && !hasGivenValidation
                    ? format.wholePercent(shareOf.train)
                    : t(role === 'train' ? 'split.rest' : 'split.given')}
                </span>
              ) : (
                <div
                  data-of-document
                  onFocusCapture={() => inspect({ kind: 'help', topic: topics[role] })}
                >
                  <NumberField
                    label={t(`split.${role}Share`)}
                    value={Number((shareOf[role] * 100).toFixed(4))}
                    minimum={role === 'validation' ? 0.01 : 0}
                    maximum={99}
                    step={1}
                    unit="%"
                    onChange={(percent) => setShare(role, percent)}
                  />
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

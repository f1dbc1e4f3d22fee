import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { LeakageFinding } from '../../../../core/contract/LeakageReport.ts';
import { Button } from '../../../components/Button.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { FoundGroups } from './FoundGroups.tsx';
import { RepairButton } from './RepairButton.tsx';

interface FindingCardProps {
  readonly finding: LeakageFinding;
  readonly spec: ExperimentSpec;
  readonly dataset: DatasetInfo;
}

const looks = {
  error: { Icon: CircleAlert, color: 'text-error' },
  warning: { Icon: TriangleAlert, color: 'text-attention' },
} as const;

/** One finding: how bad it is, its numbers, its samples, and what mends it. */
export function FindingCard({ finding, spec, dataset }: FindingCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { localized } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const { severity, text, samples, groups, repair } = finding;
  const { Icon, color } = looks[severity];
  // No score is too good for it.
  const consequence = finding.kind === 'conflicting-targets' ? 'conflict' : severity;
  return (
    <li className="rounded-lg border border-line p-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="flex min-w-64 flex-1 gap-2">
          <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${color}`} />
          <div className="min-w-0">
            <p className="text-pretty selectable">
              <span className={`font-medium ${color}`}>{t(`leakage.severity.${consequence}`)}</span>{' '}
              {localized(text)}
            </p>
            {groups.length > 0 ? (
              <p className="caption mt-0.5 flex items-center gap-2">
                <span className="number">
                  {t('leakage.concerned', { samples: format.integer(samples) })}
                </span>
                <Button
                  variant="link"
                  size="inline"
                  className="text-xs"
                  aria-expanded={isOpen}
                  data-testid="show-found"
                  onClick={() => setIsOpen(!isOpen)}
                >
                  {t(isOpen ? 'leakage.hide' : 'leakage.show')}
                </Button>
              </p>
            ) : null}
          </div>
        </div>
        {repair ? (
          <RepairButton repair={repair} spec={spec} />
        ) : (
          <span className="caption pt-1">{t(`leakage.byHand.${finding.kind}`)}</span>
        )}
      </div>
      {isOpen ? <FoundGroups finding={finding} dataset={dataset} /> : null}
    </li>
  );
}

import { CircleCheck, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { LeakageReport } from '../../../../core/contract/LeakageReport.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { FindingCard } from './FindingCard.tsx';
import { findingsByKind } from './findingsByKind.ts';

interface LeakageResultProps {
  readonly report: LeakageReport;
  readonly spec: ExperimentSpec;
  readonly dataset: DatasetInfo;
  /** The split, the data or the preprocessing changed since. */
  readonly isOld: boolean;
}

/** What a scan found, and what it looked at. */
export function LeakageResult({ report, spec, dataset, isOld }: LeakageResultProps) {
  const { t } = useTranslation();
  const kinds = findingsByKind(report.findings);
  return (
    <>
      {isOld ? (
        <p
          role="status"
          data-testid="leakage-old"
          className="flex items-center gap-2 rounded-lg bg-attention-soft px-3 py-2"
        >
          <History aria-hidden className="size-4 shrink-0 text-attention" />
          {t('leakage.old')}
        </p>
      ) : null}
      {kinds.length === 0 ? (
        <p role="status" data-testid="leakage-clean" className="flex items-center gap-2">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
          {t('leakage.clean')}
        </p>
      ) : (
        <ul className="flex flex-col gap-4">
          {kinds.map(({ kind, findings }) => (
            <li key={kind} data-testid={`leakage-${kind}`}>
              <h3 className="font-medium">{t(`leakage.kinds.${kind}`)}</h3>
              <p className="caption mb-2 text-pretty">{t(`leakage.why.${kind}`)}</p>
              <ul className="flex flex-col gap-2">
                {findings.map((finding) => (
                  <FindingCard
                    key={finding.column}
                    finding={finding}
                    spec={spec}
                    dataset={dataset}
                  />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      <Extent report={report} />
    </>
  );
}

function Extent({ report }: Pick<LeakageResultProps, 'report'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { checked, samples, compared, isPartial } = report;
  const shown = { compared: format.integer(compared), samples: format.integer(samples) };
  return (
    <p className="caption max-w-3xl text-pretty" data-testid="leakage-extent">
      {t('leakage.looked', {
        samples: shown.samples,
        kinds: checked.map((kind) => t(`leakage.kinds.${kind}`)).join(' · '),
      })}{' '}
      {checked.includes('near-copies')
        ? t(isPartial ? 'leakage.comparedPartly' : 'leakage.compared', shown)
        : null}
    </p>
  );
}

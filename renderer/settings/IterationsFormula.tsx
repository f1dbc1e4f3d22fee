/**
 * The lecture's count of iterations with this experiment's numbers filled in; the numbers come
 * from the check.
 */
import { useTranslation } from 'react-i18next';
import type { ExperimentReport } from '../../core/contract/ExperimentReport.ts';
import type { TrainingSettings } from '../../core/contract/ExperimentSpec.ts';
import { useFormat } from '../format/useFormat.ts';
import { useCheck } from '../state/check.ts';
import { useInspection } from '../state/inspection.ts';

interface IterationsFormulaProps {
  readonly training: TrainingSettings;
}

export function IterationsFormula({ training }: IterationsFormulaProps) {
  const report = useCheck((state) => state.report);
  const inspect = useInspection((state) => state.inspect);
  return (
    <button
      type="button"
      data-testid="iterations-formula"
      onClick={() => inspect({ kind: 'help', topic: 'iterations' })}
      onFocus={() => inspect({ kind: 'help', topic: 'iterations' })}
      className="rounded-lg bg-sunken px-3 py-2.5 text-left text-xs leading-5"
    >
      {report?.iterationsPerEpoch == null ? (
        <Unknown training={training} />
      ) : (
        <Counted training={training} report={report} />
      )}
    </button>
  );
}

const roundOf = ({ dropLast }: TrainingSettings) => (dropLast ? '⌊⌋' : '⌈⌉');

/** Nothing can be filled in before the experiment can be checked. */
function Unknown({ training }: IterationsFormulaProps) {
  const { t } = useTranslation();
  const [open, close] = roundOf(training);
  return (
    <>
      <span className="number block">
        {open}N / k{close} ×{' '}
        <span className="font-sans text-muted">
          {t('train.epochsUnit', { count: training.epochs })}
        </span>
      </span>
      <span className="block text-muted">{t('train.notCounted')}</span>
    </>
  );
}

interface CountedProps extends IterationsFormulaProps {
  readonly report: ExperimentReport;
}

function Counted({ training, report }: CountedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { splits, iterationsPerEpoch, iterations } = report;
  const [open, close] = roundOf(training);
  return (
    <>
      <span className="number block">
        {open}
        <Named value={format.integer(splits?.train)} name="N" className="text-train-ink" /> /{' '}
        <Named value={format.integer(training.batchSize)} name="k" />
        {close} = <b className="font-semibold">{format.integer(iterationsPerEpoch)}</b>
        <span className="font-sans text-muted">
          {' '}
          {t('train.perEpoch', { count: iterationsPerEpoch ?? 0 })}
        </span>
      </span>
      <span className="number block">
        {format.integer(iterationsPerEpoch)} × {format.integer(training.epochs)}{' '}
        <span className="font-sans text-muted">
          {t('train.epochsUnit', { count: training.epochs })}
        </span>{' '}
        = <b className="font-semibold">{format.integer(iterations)}</b>
        <span className="font-sans text-muted">
          {' '}
          {t('train.iterationsUnit', { count: iterations ?? 0 })}
        </span>
      </span>
      <Remainder report={report} />
    </>
  );
}

/** Says what becomes of the samples that fill no minibatch. */
function Remainder({ report }: { readonly report: ExperimentReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dropped = report.droppedPerEpoch ?? 0;
  if (report.iterationsPerEpoch === 0) {
    return <span className="block text-error">{t('train.noFullBatch')}</span>;
  }
  return (
    <span className="block text-muted">
      {dropped > 0
        ? t('train.remainder', { count: dropped, shown: format.integer(dropped) })
        : t('train.noRemainder')}
    </span>
  );
}

interface NamedProps {
  readonly value: string;
  readonly name: string;
  readonly className?: string;
}

function Named({ value, name, className }: NamedProps) {
  return (
    <span className={className}>
      {value}
      <span className="sr-only"> ({name})</span>
    </span>
  );
}

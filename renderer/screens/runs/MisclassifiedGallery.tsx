import { CircleCheck, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Evaluation, RunRecord } from '../../../core/contract/RunRecord.ts';
import { Button } from '../../components/Button.tsx';
import { Section } from '../../components/Section.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { datasetOfRun } from '../../state/datasetOfRun.ts';
import { useDatasets } from '../../state/datasets.ts';
import type { ConfusionCell } from './ConfusionTable.tsx';
import { MisclassifiedCard } from './MisclassifiedCard.tsx';

interface MisclassifiedGalleryProps {
  readonly run: RunRecord;
  readonly evaluation: Evaluation;
  readonly cell: ConfusionCell | null;
  readonly onClear: () => void;
}

/** The samples that the network got wrong, the worst first; all of one cell when one is chosen. */
export function MisclassifiedGallery({
  run,
  evaluation,
  cell,
  onClear,
}: MisclassifiedGalleryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const dataset = useDatasets(({ datasets }) => datasetOfRun(datasets, run));
  const { misclassified, samples, metrics } = evaluation;
  const shown = cell
    ? misclassified.filter(
        ({ actual, predicted }) => actual === cell.actual && predicted === cell.predicted,
      )
    : misclassified;
  const wrong = Math.round(samples * (1 - (metrics.accuracy ?? 1)));
  return (
    <Section
      title={t('wrong.title')}
      note={t('wrong.note', { wrong: format.integer(wrong), samples: format.integer(samples) })}
      action={
        cell ? (
          <Button size="sm" variant="ghost" onClick={onClear}>
            <X aria-hidden />
            {t('wrong.showAll')}
          </Button>
        ) : null
      }
    >
      {misclassified.length === 0 ? (
        <p className="flex items-center gap-2 text-muted">
          <CircleCheck aria-hidden className="size-4 text-good" />
          {t('wrong.none')}
        </p>
      ) : (
        <ul
          data-testid="misclassified"
          className="grid grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] gap-2.5"
        >
          {shown.map((sample) => (
            <li key={sample.index}>
              <MisclassifiedCard sample={sample} dataset={dataset} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

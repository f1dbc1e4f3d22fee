/**
 * What the best weights do on the validation split: the confusion matrix, and the samples that it
 * got wrong.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Section } from '../../components/Section.tsx';
import { useEvaluation, useEvaluations } from '../../state/evaluations.ts';
import { useNavigation } from '../../state/navigation.ts';
import { isActive } from '../../state/runs.ts';
import { type ConfusionCell, ConfusionTable } from './ConfusionTable.tsx';
import { MisclassifiedGallery } from './MisclassifiedGallery.tsx';

interface ValidationReportProps {
  readonly run: RunRecord;
}

export function ValidationReport({ run }: ValidationReportProps) {
  const { t } = useTranslation();
  const evaluate = useEvaluations((state) => state.evaluate);
  const entry = useEvaluation(run.id, 'validation');
  const anchor = useNavigation((state) => state.anchor);
  const gallery = useRef<HTMLDivElement>(null);
  const [cell, setCell] = useState<ConfusionCell | null>(null);
  const active = isActive(run);
  const evaluation = entry?.evaluation ?? null;

  useEffect(() => {
    if (!active) void evaluate(run.id);
  }, [run.id, active, evaluate]);
  useEffect(() => {
    if (evaluation && anchor === 'misclassified') gallery.current?.scrollIntoView();
  }, [evaluation, anchor]);

  if (active) return <p className="text-muted">{t('runs.evaluatedWhenDone')}</p>;
  if (entry?.error) return <ErrorNote error={entry.error} />;
  if (!evaluation)
    return <div className="skeleton h-64" role="status" aria-label={t('common.loading')} />;
  if (!evaluation.confusion) return null;
  return (
    <div className="flex flex-col gap-8">
      <Section title={t('confusion.title')} note={t('confusion.note', { epoch: evaluation.epoch })}>
        <ConfusionTable
          matrix={evaluation.confusion}
          chosen={cell}
          onChoose={setCell}
          hue="validation"
        />
      </Section>
      <div ref={gallery} className="scroll-mt-16">
        <MisclassifiedGallery
          run={run}
          evaluation={evaluation}
          cell={cell}
          onClear={() => setCell(null)}
        />
      </div>
    </div>
  );
}

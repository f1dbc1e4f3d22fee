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
import { ClassScoreTable } from './ClassScoreTable.tsx';
import { type ConfusionCell, ConfusionTable } from './ConfusionTable.tsx';
import { MisclassifiedGallery } from './MisclassifiedGallery.tsx';
import { ScoreFacts } from './ScoreFacts.tsx';

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
  const { id, bestEpoch } = run;
  const active = isActive(run);
  const evaluation = entry?.evaluation ?? null;

  useEffect(() => {
    if (!active) void evaluate({ id, bestEpoch });
  }, [id, bestEpoch, active, evaluate]);
  useEffect(() => {
    if (evaluation && anchor === 'misclassified') gallery.current?.scrollIntoView();
  }, [evaluation, anchor]);

  if (active) return <p className="text-muted">{t('runs.evaluatedWhenDone')}</p>;
  if (entry?.error) return <ErrorNote error={entry.error} />;
  if (!evaluation)
    return <div className="skeleton h-64" role="status" aria-label={t('common.loading')} />;
  const { confusion, classification } = evaluation;
  if (!confusion) {
    return (
      <Section
        title={t('scores.regression')}
        note={t('confusion.note', { epoch: evaluation.epoch })}
      >
        <ScoreFacts evaluation={evaluation} />
      </Section>
    );
  }
  return (
    <div className="flex flex-col gap-8">
      <Section title={t('confusion.title')} note={t('confusion.note', { epoch: evaluation.epoch })}>
        <div className="flex flex-col gap-6">
          <div className="flex flex-wrap items-start gap-x-10 gap-y-6">
            <ConfusionTable matrix={confusion} chosen={cell} onChoose={setCell} hue="validation" />
            {classification ? (
              <ClassScoreTable labels={confusion.labels} scores={classification} />
            ) : null}
          </div>
          <ScoreFacts evaluation={evaluation} />
        </div>
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

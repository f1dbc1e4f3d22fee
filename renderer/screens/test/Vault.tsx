import { Lock, LockOpen, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { Button } from '../../components/Button.tsx';
import { confirm } from '../../components/ConfirmDialog.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useEvaluation, useEvaluations } from '../../state/evaluations.ts';
import { TestResult } from './TestResult.tsx';

interface VaultProps {
  readonly run: RunRecord;
}

export function Vault({ run }: VaultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useEvaluations((state) => state.openTestSplit);
  const recall = useEvaluations((state) => state.recall);
  const entry = useEvaluation(run.id, 'test');
  const isRecalled = entry !== undefined || run.testOpenedAt.length === 0;
  useEffect(() => {
    if (!isRecalled) void recall(run.id);
  }, [isRecalled, recall, run.id]);
  const [busy, setBusy] = useState(false);
  const openings = run.testOpenedAt.length;
  const isEmpty = run.splits?.test === 0;
  const act = async () => {
    const yes = await confirm({
      title: t(openings === 0 ? 'test.confirmTitle' : 'test.confirmAgainTitle'),
      text: t(openings === 0 ? 'test.confirmText' : 'test.confirmAgainText'),
      action: t('test.open'),
      dangerous: openings > 0,
    });
    if (!yes) return;
    setBusy(true);
    await open(run.id);
    setBusy(false);
  };
  const Icon = openings === 0 ? Lock : LockOpen;
  return (
    <section className="overflow-hidden rounded-xl border border-line" aria-label={t('test.title')}>
      <div className="flex flex-wrap items-center gap-4 bg-test-soft px-5 py-4">
        <span className="flex size-10 items-center justify-center rounded-full bg-test text-on-test">
          <Icon aria-hidden className="size-5" />
        </span>
        <div className="mr-auto min-w-0">
          <p className="font-semibold">
            {openings === 0 ? t('test.isSealed') : t('test.opened', { count: openings })}
          </p>
          <p className="text-test-ink">
            {isEmpty
              ? t('test.noSamples')
              : t('test.samples', {
                  count: run.splits?.test ?? 0,
                  shown: format.integer(run.splits?.test),
                })}
          </p>
        </div>
        <Button
          variant={openings === 0 ? 'primary' : 'secondary'}
          data-testid="open-test-set"
          disabled={busy || isEmpty}
          onClick={() => void act()}
        >
          {busy ? t('test.measuring') : t(openings === 0 ? 'test.open' : 'test.openAgain')}
        </Button>
      </div>
      {openings > 0 ? (
        <div className="flex flex-col gap-4 p-5">
          {openings > 1 ? (
            <p className="flex gap-2 rounded-lg bg-attention-soft p-3">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-attention" />
              {t('test.exposed')}
            </p>
          ) : null}
          {entry?.evaluation ? <TestResult run={run} evaluation={entry.evaluation} /> : null}
          <ol className="caption flex flex-col gap-0.5">
            {run.testOpenedAt.map((time, index) => (
              <li key={time}>
                {t('test.opening', { number: index + 1, time: format.dateTime(time) })}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      {entry?.error ? <ErrorNote error={entry.error} className="m-5" /> : null}
    </section>
  );
}

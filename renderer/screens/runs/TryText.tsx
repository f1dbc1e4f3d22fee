/** A text that a person types, through the best weights of a run: what the model makes of it. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Section } from '../../components/Section.tsx';
import { ShareBar } from '../../components/ShareBar.tsx';
import { useLatest } from '../../components/useLatest.ts';
import { useSettled } from '../../components/useSettled.ts';
import { useFormat } from '../../format/useFormat.ts';
import { datasetOfRun } from '../../state/datasetOfRun.ts';
import { useDatasets } from '../../state/datasets.ts';

const PAUSE_MILLISECONDS = 250;
/** Of what a person types; the contract's own bound is for programs. */
const LONGEST_TEXT = 10_000;

export function TryText({ run }: { readonly run: RunRecord }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const settled = useSettled(text.trim(), PAUSE_MILLISECONDS);
  const dataset = useDatasets(({ datasets }) => datasetOfRun(datasets, run));
  if (dataset?.kind !== 'text') return null;
  return (
    <Section title={t('tryText.title')} note={t('tryText.note')}>
      <div className="grid grid-cols-2 gap-6 max-md:grid-cols-1" data-testid="try-text">
        <div>
          <label htmlFor={id} className="mb-1 block text-xs font-medium text-muted">
            {t('data.text')}
          </label>
          <textarea
            id={id}
            value={text}
            rows={3}
            maxLength={LONGEST_TEXT}
            placeholder={t('tryText.placeholder')}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
            className="w-full resize-y rounded-lg border border-line bg-raised px-2.5 py-1.5 text-sm outline-none transition-colors selectable placeholder:text-faint hover:border-line-strong focus:border-accent focus:ring-2 focus:ring-accent/25"
          />
        </div>
        {settled === '' ? (
          <p className="pt-5 text-muted">{t('tryText.empty')}</p>
        ) : (
          <Answer run={run.id} text={settled} dataset={dataset} />
        )}
      </div>
    </Section>
  );
}

interface AnswerProps {
  readonly run: string;
  readonly text: string;
  readonly dataset: DatasetInfo;
}

function Answer({ run, text, dataset }: AnswerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { result, error } = useLatest('runs.predict', { run, sample: { kind: 'text', text } });
  if (error) return <ErrorNote error={error} />;
  if (!result)
    return <div role="status" aria-label={t('common.loading')} className="skeleton h-20" />;
  const isClass = dataset.target.kind === 'class';
  return (
    <ol
      aria-live="polite"
      aria-label={t('tryText.answer')}
      data-testid="try-answer"
      className="flex flex-col gap-1 pt-5"
    >
      {result.top.map(({ label, value }, place) => (
        <li key={label} className="flex h-6 items-center gap-3">
          <span
            className={`w-40 shrink-0 truncate ${place === 0 ? 'font-semibold' : ''}`}
            title={label}
          >
            {label}
          </span>
          {isClass ? <ShareBar share={value} className="h-2" /> : null}
          <span className="number w-20 shrink-0 text-right text-xs">
            {isClass ? format.percent(value) : format.decimal(value)}
          </span>
        </li>
      ))}
    </ol>
  );
}

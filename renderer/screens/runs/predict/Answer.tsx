/** What a model makes of a sample: classes with their shares, or a number; and what it was given. */
import { useTranslation } from 'react-i18next';
import type { PredictionForm } from '../../../../core/contract/PredictionForm.ts';
import type { RawSample } from '../../../../core/contract/RawSample.ts';
import type { StudioResult } from '../../../../core/contract/StudioApi.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { ShareBar } from '../../../components/ShareBar.tsx';
import { useLatest } from '../../../components/useLatest.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { EncodedInputView } from '../../data/preprocessing/EncodedInputView.tsx';

interface AnswerProps {
  readonly run: string;
  readonly sample: RawSample;
  readonly target: PredictionForm['target'];
}

export function Answer({ run, sample, target }: AnswerProps) {
  const { t } = useTranslation();
  const { result, error } = useLatest('runs.predict', { run, sample });
  if (error) return <ErrorNote error={error} />;
  if (!result)
    return <div role="status" aria-label={t('common.loading')} className="skeleton h-20" />;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Choices top={result.top} isClass={target.kind === 'class'} />
      <details className="text-xs">
        <summary className="caption cursor-default">{t('tryIt.given')}</summary>
        <div className="pt-1.5">
          <EncodedInputView input={result.input} />
        </div>
      </details>
    </div>
  );
}

interface ChoicesProps {
  readonly top: StudioResult<'runs.predict'>['top'];
  readonly isClass: boolean;
}

function Choices({ top, isClass }: ChoicesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol
      aria-live="polite"
      aria-label={t('tryIt.answer')}
      data-testid="try-answer"
      className="flex flex-col gap-1"
    >
      {top.map(({ label, value }, place) => (
        <li key={label} className="flex h-6 items-center gap-3">
          <span
            className={`w-28 shrink-0 truncate ${place === 0 ? 'font-semibold' : ''}`}
            title={label}
          >
            {label}
          </span>
          {isClass ? <ShareBar share={value} className="h-2" /> : null}
          <span className="number w-16 shrink-0 text-right text-xs">
            {isClass ? format.percent(value) : format.decimal(value)}
          </span>
        </li>
      ))}
    </ol>
  );
}

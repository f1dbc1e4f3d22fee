/** A text that a person types, predicted while they do. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PredictionForm } from '../../../../core/contract/PredictionForm.ts';
import { useSettled } from '../../../components/useSettled.ts';
import { Answer } from './Answer.tsx';

const PAUSE_MILLISECONDS = 250;
/** Of what a person types; the contract's own bound is for programs. */
const LONGEST_TEXT = 10_000;

interface TryTextProps {
  readonly run: string;
  readonly target: PredictionForm['target'];
}

export function TryText({ run, target }: TryTextProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const settled = useSettled(text.trim(), PAUSE_MILLISECONDS);
  return (
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
          placeholder={t('tryIt.placeholder')}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          className="w-full resize-y rounded-lg border border-line bg-raised px-2.5 py-1.5 text-sm outline-none transition-colors selectable placeholder:text-faint hover:border-line-strong focus:border-accent focus:ring-2 focus:ring-accent/25"
        />
      </div>
      <div className="pt-5">
        {settled === '' ? (
          <p className="text-muted">{t('tryIt.empty')}</p>
        ) : (
          <Answer run={run} sample={{ kind: 'text', text: settled }} target={target} />
        )}
      </div>
    </div>
  );
}

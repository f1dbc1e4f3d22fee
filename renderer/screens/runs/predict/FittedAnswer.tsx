/** An image as it came, as the model sees it, and what the model makes of it. */
import { useTranslation } from 'react-i18next';
import type { ImageSource } from '../../../../core/contract/ImageSource.ts';
import type { PredictionForm } from '../../../../core/contract/PredictionForm.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { SampleImage } from '../../../components/SampleImage.tsx';
import { useLatest } from '../../../components/useLatest.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { Answer } from './Answer.tsx';

interface FittedAnswerProps {
  readonly run: string;
  readonly form: Extract<PredictionForm, { kind: 'image' }>;
  readonly image: ImageSource;
}

export function FittedAnswer({ run, form, image }: FittedAnswerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { result, error } = useLatest('runs.fitImage', { run, image });
  if (error) return <ErrorNote error={error} />;
  if (!result)
    return <div role="status" aria-label={t('common.loading')} className="skeleton size-40" />;
  const { original, pixels } = result;
  return (
    <>
      {original ? (
        <figure className="w-40 shrink-0">
          <SampleImage
            values={original.pixels}
            shape={original.shape}
            label={original.name}
            className="size-40 rounded-lg bg-sunken object-contain"
          />
          <figcaption className="caption mt-1.5">
            <span className="block truncate" title={original.name}>
              {original.name}
            </span>
            {t('tryIt.fileFact', { height: original.height, width: original.width })}
          </figcaption>
        </figure>
      ) : null}
      <figure className="w-40 shrink-0">
        <SampleImage
          values={pixels}
          shape={form.shape}
          label={t('tryIt.seen')}
          isGrey
          className="size-40 rounded-lg bg-sunken object-contain"
        />
        <figcaption className="caption mt-1.5">
          {t('tryIt.seen')}
          <span className="number block">{format.shape(form.shape)}</span>
        </figcaption>
      </figure>
      <div className="min-w-64 flex-1">
        <Answer run={run} sample={{ kind: 'image', pixels }} target={form.target} />
      </div>
    </>
  );
}

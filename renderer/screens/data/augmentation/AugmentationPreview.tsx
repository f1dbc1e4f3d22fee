/**
 * A sample beside sixteen of its variants, as sixteen epochs would train on it. The service makes
 * them with the code that trains, so what is seen here is what the network will see.
 */
import { Dices, SkipBack, SkipForward } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AugmentationPreview as Preview } from '../../../../core/contract/AugmentationPreview.ts';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { Button } from '../../../components/Button.tsx';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { useLatest } from '../../../components/useLatest.ts';
import { ImageVariants } from './ImageVariants.tsx';
import { TextVariants } from './TextVariants.tsx';

const VARIANTS = 16;

interface AugmentationPreviewProps {
  readonly spec: ExperimentSpec;
  readonly dataset: DatasetInfo;
}

export function AugmentationPreview({ spec, dataset }: AugmentationPreviewProps) {
  const { t } = useTranslation();
  const [sample, setSample] = useState(0);
  const [firstEpoch, setFirstEpoch] = useState(1);
  const epochs = Array.from({ length: VARIANTS }, (_, place) => firstEpoch + place);
  const { result, error } = useLatest('augmentation.preview', { spec, samples: [sample], epochs });
  const step = (by: number) =>
    setSample((current) => (current + by + dataset.samples) % dataset.samples);
  return (
    <div className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-1">
        <IconButton icon={SkipBack} label={t('augmentation.previous')} onClick={() => step(-1)} />
        <span className="number w-20 text-center text-xs" data-testid="augmentation-sample">
          {t('augmentation.sample', { index: sample })}
        </span>
        <IconButton icon={SkipForward} label={t('augmentation.next')} onClick={() => step(1)} />
        <Button
          size="sm"
          variant="ghost"
          onClick={() => setFirstEpoch((current) => current + VARIANTS)}
        >
          <Dices aria-hidden />
          {t('augmentation.reroll')}
        </Button>
        <span className="caption ml-auto">
          {t('augmentation.epochs', { first: firstEpoch, last: firstEpoch + VARIANTS - 1 })}
        </span>
      </div>
      {error ? <ErrorNote error={error} /> : null}
      {result ? (
        <>
          <Variants preview={result} />
          {result.samples[0]?.isTrained === false ? (
            <p className="caption mt-2">{t('augmentation.notTrained')}</p>
          ) : null}
        </>
      ) : error ? null : (
        <div className="skeleton h-60" />
      )}
    </div>
  );
}

/** Remembered: while a slider is dragged, only what an answer brings is new. */
const Variants = memo(function Variants({ preview }: { readonly preview: Preview }) {
  switch (preview.kind) {
    case 'image':
      return preview.samples.map((sample) => (
        <ImageVariants key={sample.index} shape={preview.sampleShape} sample={sample} />
      ));
    case 'text':
      return preview.samples.map((sample) => <TextVariants key={sample.index} sample={sample} />);
    default:
      return preview satisfies never;
  }
});

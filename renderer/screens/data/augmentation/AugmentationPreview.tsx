/**
 * A training sample beside sixteen of its variants, as sixteen epochs would train on it. The service
 * makes them with the code that trains, so what is seen here is what the network will see. Samples of
 * other splits are not shown: no epoch changes them.
 */
import { Dices, SkipBack, SkipForward } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AugmentationPreview as Preview } from '../../../../core/contract/AugmentationPreview.ts';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { Button } from '../../../components/Button.tsx';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { SplitName } from '../../../components/SplitName.tsx';
import { useLatest } from '../../../components/useLatest.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { ImageVariants } from './ImageVariants.tsx';
import { TextVariants } from './TextVariants.tsx';

const VARIANTS = 16;

interface AugmentationPreviewProps {
  readonly spec: ExperimentSpec;
}

export function AugmentationPreview({ spec }: AugmentationPreviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [place, setPlace] = useState(0);
  const [firstEpoch, setFirstEpoch] = useState(1);
  const epochs = Array.from({ length: VARIANTS }, (_, place) => firstEpoch + place);
  const { result, error } = useLatest('augmentation.preview', {
    spec,
    samples: [place],
    among: 'training',
    epochs,
  });
  const count = result?.trainingSamples ?? 1;
  const shown = result?.samples[0];
  const step = (by: number) => setPlace((current) => ((current % count) + by + count) % count);
  return (
    <div className="min-w-0 lg:sticky lg:top-0" data-testid="augmentation-preview">
      <div className="mb-2 flex flex-wrap items-center gap-1">
        <IconButton
          icon={SkipBack}
          label={t('augmentation.previousTraining')}
          onClick={() => step(-1)}
        />
        <span
          className="flex min-w-44 items-center justify-center gap-1.5 text-xs"
          data-testid="augmentation-sample"
        >
          {shown ? (
            <>
              <SplitName split={shown.trainingPlace === null ? null : 'train'} />
              <span className="tabular-nums">
                {t('augmentation.place', {
                  place: format.integer((shown.trainingPlace ?? 0) + 1),
                  count: format.integer(count),
                })}
              </span>
              <span className="text-muted tabular-nums">
                {t('augmentation.sample', { index: shown.index })}
              </span>
            </>
          ) : null}
        </span>
        <IconButton
          icon={SkipForward}
          label={t('augmentation.nextTraining')}
          onClick={() => step(1)}
        />
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
      {result ? <Variants preview={result} /> : error ? null : <div className="skeleton h-60" />}
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

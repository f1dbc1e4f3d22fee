import { useTranslation } from 'react-i18next';
import type { ImageStatistics } from '../../../../core/contract/DatasetStatistics.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { NumberCard } from './NumberCard.tsx';
import type { ShowSamples } from './useShowSamples.ts';

interface BrightnessCardProps {
  readonly image: ImageStatistics;
  readonly onShow: ShowSamples;
}

export function BrightnessCard({ image, onShow }: BrightnessCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <NumberCard
      name={t('statistics.brightness')}
      note={t('statistics.brightnessNote')}
      numbers={image.brightness}
      onShow={onShow}
    >
      {image.constantPixels > 0 ? (
        <p className="caption">
          {t('statistics.constantPixels', {
            shown: format.integer(image.constantPixels),
            all: format.integer(image.pixels),
          })}
        </p>
      ) : null}
    </NumberCard>
  );
}

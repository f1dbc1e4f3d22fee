import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { useFormat } from '../../../format/useFormat.ts';

interface ImageSizeFactsProps {
  readonly dataset: DatasetInfo;
}

/** The sizes that images had in their files, before all of them got one. */
export function ImageSizeFacts({ dataset }: ImageSizeFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { imageSizes, source, sampleShape } = dataset;
  const [, height = 1, width = 1] = sampleShape;
  const hasFiles = source.kind === 'images' || source.kind === 'zip';
  const write = (size: { readonly height: number; readonly width: number }) =>
    format.shape([size.width, size.height]);
  return (
    <p className="text-sm selectable" data-testid="image-sizes">
      <span className="caption mr-2">{t('statistics.imageSizes')}</span>
      {imageSizes ? (
        <>
          <span className="number">
            {imageSizes.most
              .map((size) => `${write(size)} (${format.integer(size.count)})`)
              .join(', ')}
          </span>
          {imageSizes.distinct > imageSizes.most.length ? (
            <span className="caption ml-2">
              {t('statistics.moreSizes', {
                shown: format.integer(imageSizes.distinct - imageSizes.most.length),
              })}
            </span>
          ) : null}
        </>
      ) : hasFiles ? (
        t('statistics.sizesUnknown')
      ) : (
        t('statistics.oneSize', { size: write({ height, width }) })
      )}
    </p>
  );
}

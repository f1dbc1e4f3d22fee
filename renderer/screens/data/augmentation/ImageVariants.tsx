import { useTranslation } from 'react-i18next';
import type { AugmentationPreview } from '../../../../core/contract/AugmentationPreview.ts';
import { SampleImage } from '../../../components/SampleImage.tsx';
import { useLanguage } from '../../../i18n/useLanguage.ts';

interface ImageVariantsProps {
  readonly shape: readonly number[];
  readonly sample: Extract<AugmentationPreview, { kind: 'image' }>['samples'][number];
}

/** The original and its variants in one grid, however narrow, with what was drawn under each. */
export function ImageVariants({ shape, sample }: ImageVariantsProps) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] items-start gap-2">
      <figure className="min-w-0">
        <SampleImage
          values={sample.original}
          shape={shape}
          label={t('augmentation.original')}
          className="aspect-square w-full rounded-lg bg-sunken p-1.5"
        />
        <figcaption className="caption mt-1 text-center">{t('augmentation.original')}</figcaption>
      </figure>
      <ul
        aria-label={t('augmentation.variants')}
        className="contents"
        data-testid="augmentation-variants"
      >
        {sample.variants.map(({ epoch, pixels, steps }) => {
          const drawn = steps.flatMap(({ text }) => (text ? [localized(text)] : []));
          const words = drawn.length > 0 ? drawn.join(', ') : t('augmentation.unchanged');
          return (
            <li key={epoch} className="min-w-0">
              <SampleImage
                values={pixels}
                shape={shape}
                label={t('augmentation.variant', { epoch, words })}
                className="aspect-square w-full rounded-lg bg-sunken p-1.5"
              />
              <p title={words} className="caption mt-1 line-clamp-4 text-center leading-4">
                {words}
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FileInspection } from '../../../../core/contract/FileInspection.ts';
import { SampleImage } from '../../../components/SampleImage.tsx';
import { Section } from '../../../components/Section.tsx';
import { useFormat } from '../../../format/useFormat.ts';

interface ImportImagesProps {
  readonly inspection: FileInspection;
}

/** Some images as they are in the file, beside what becomes of them. */
export function ImportImages({ inspection: { images, shape } }: ImportImagesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!shape) return null;
  const [, height = 1, width = 1] = shape;
  const hasOriginals = images.some(({ original }) => original !== null);
  return (
    <Section
      title={t('import.images')}
      note={t(hasOriginals ? 'import.originalsNote' : 'import.imagesNote')}
    >
      <ul
        className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-3"
        data-testid="import-images"
      >
        {images.map((image) => {
          const isResized = image.height !== height || image.width !== width;
          return (
            <li key={image.name} className="min-w-0" title={image.name}>
              <div className="flex items-center gap-1">
                {image.original ? (
                  <>
                    <SampleImage
                      values={image.original.pixels}
                      shape={image.original.shape}
                      label={t('import.original', { name: image.name })}
                      className="h-24 min-w-0 flex-1 rounded-md bg-sunken object-contain p-1"
                    />
                    <ArrowRight aria-hidden className="size-3.5 shrink-0 text-faint" />
                  </>
                ) : null}
                <SampleImage
                  values={image.pixels}
                  shape={shape}
                  label={t('data.sampleLabel', { index: image.name, label: image.label })}
                  isGrey={image.original !== null}
                  className="h-24 min-w-0 flex-1 rounded-md bg-sunken object-contain p-1"
                />
              </div>
              <p className="truncate text-xs leading-5">{image.label}</p>
              <p className="number text-xs text-faint">
                {isResized
                  ? `${format.shape([image.width, image.height])} → ${format.shape([width, height])}`
                  : format.shape([width, height])}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import type { FileInspection } from '../../../../core/contract/FileInspection.ts';
import { SampleImage } from '../../../components/SampleImage.tsx';
import { Section } from '../../../components/Section.tsx';
import { useFormat } from '../../../format/useFormat.ts';

interface ImportImagesProps {
  readonly inspection: FileInspection;
}

/** Some images as they would become, with the size that each has now. */
export function ImportImages({ inspection: { images, shape } }: ImportImagesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!shape) return null;
  const [, height = 1, width = 1] = shape;
  return (
    <Section title={t('import.images')} note={t('import.imagesNote')}>
      <ul
        className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-3"
        data-testid="import-images"
      >
        {images.map((image) => {
          const isResized = image.height !== height || image.width !== width;
          return (
            <li key={image.name} className="min-w-0" title={image.name}>
              <SampleImage
                values={image.pixels}
                shape={shape}
                label={t('data.sampleLabel', { index: image.name, label: image.label })}
                className="h-24 w-full rounded-md bg-sunken object-contain p-1"
              />
              <p className="truncate text-xs leading-5">{image.label}</p>
              <p className="number text-xs text-faint">
                {isResized
                  ? `${format.shape([image.height, image.width])} → ${format.shape([height, width])}`
                  : format.shape([height, width])}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

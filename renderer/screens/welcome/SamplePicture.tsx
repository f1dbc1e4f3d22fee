/** A picture of a bundled sample, drawn from its own data. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleInfo } from '../../../core/contract/DatasetInfo.ts';
import { SampleImage } from '../../components/SampleImage.tsx';
import { useRequest } from '../../components/useRequest.ts';
import { useDatasets } from '../../state/datasets.ts';
import { ScatterPicture } from './ScatterPicture.tsx';
import { TextPicture } from './TextPicture.tsx';

/** Thumbnails, points, lines. */
const limits = { image: 40, table: 400, text: 6 } as const;

export function SamplePicture({ sample }: { readonly sample: SampleInfo }) {
  const { t } = useTranslation();
  const inLibrary = useDatasets(({ datasets }) => datasets.some(({ id }) => id === sample.id));
  const install = useDatasets((state) => state.install);
  const limit = limits[sample.kind];
  const page = useRequest(
    'datasets.page',
    inLibrary ? { id: sample.id, offset: 0, limit } : null,
  ).result;

  useEffect(() => {
    // Bundled and small; without it there would be nothing to draw.
    if (!inLibrary) install(sample.id).catch(() => undefined);
  }, [inLibrary, install, sample.id]);

  if (!page) return <span className="skeleton block h-full w-full" />;
  const label = t('welcome.picture', { name: sample.name });
  if (sample.kind === 'text') return <TextPicture page={page} label={label} />;
  if (sample.kind === 'table') return <ScatterPicture page={page} label={label} />;
  return (
    <span
      role="img"
      aria-label={label}
      className="grid h-full grid-cols-8 place-items-center gap-1.5 p-4"
    >
      {page.rows.map(({ index, values, target }) => (
        <SampleImage
          key={index}
          values={values}
          shape={sample.sampleShape}
          label={String(target)}
          className="size-6"
        />
      ))}
    </span>
  );
}

import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { ImageStatistics } from '../../../../core/contract/DatasetStatistics.ts';
import { SampleImage } from '../../../components/SampleImage.tsx';

interface MeanImagesProps {
  readonly dataset: DatasetInfo;
  readonly means: ImageStatistics['means'];
}

/** What the samples of a class have in common: what stays sharp is where they agree. */
export function MeanImages({ dataset, means }: MeanImagesProps) {
  const { t } = useTranslation();
  return (
    <div>
      <h3 className="mb-1.5 font-medium">{t('statistics.meanImages')}</h3>
      <ul className="flex max-h-64 flex-wrap gap-3 overflow-y-auto">
        {means
          .filter(({ count }) => count > 0)
          .map(({ label, pixels }) => {
            const name = label ?? t('statistics.allSamples');
            return (
              <li key={name} className="w-14">
                <SampleImage
                  values={pixels}
                  shape={dataset.sampleShape}
                  label={t('statistics.meanImage', { label: name })}
                  className="size-14 rounded-md bg-sunken p-1"
                />
                <p className="truncate text-center text-xs leading-5 text-muted" title={name}>
                  {name}
                </p>
              </li>
            );
          })}
      </ul>
    </div>
  );
}

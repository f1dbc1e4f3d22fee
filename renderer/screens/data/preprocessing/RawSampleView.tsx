import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { SampleImage } from '../../../components/SampleImage.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import type { DatasetRow } from '../useDatasetRows.ts';
import { NamedValues } from './NamedValues.tsx';

interface RawSampleViewProps {
  readonly dataset: DatasetInfo;
  readonly row: DatasetRow;
}

const MOST_CELLS = 300;

/** A sample as the library holds it. */
export function RawSampleView({ dataset, row }: RawSampleViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (dataset.kind) {
    case 'image':
      return (
        <SampleImage
          values={row.values}
          shape={dataset.sampleShape}
          label={t('data.sampleLabel', { index: row.index, label: row.target })}
          className="size-28 rounded-md bg-sunken object-contain p-1"
        />
      );
    case 'text':
      return (
        <p className="max-h-60 overflow-y-auto text-sm text-pretty break-words selectable">
          {row.text}
        </p>
      );
    case 'table':
      return (
        <NamedValues
          values={dataset.columns
            .slice(0, MOST_CELLS)
            .map(({ name }, place) => ({ name, value: format.cell(row.values[place]) }))}
        />
      );
    default:
      return dataset.kind satisfies never;
  }
}

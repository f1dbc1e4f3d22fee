import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat.ts';
import { useDatasetName } from '../../i18n/useDatasetName.ts';
import { useCheck } from '../../state/check.ts';
import { useDatasets } from '../../state/datasets.ts';
import { EndOfModel } from './EndOfModel.tsx';

/** What goes into the network: samples of the dataset, as they are after preprocessing. */
export function InputEnd({
  dataset,
  hasText,
}: {
  readonly dataset: string;
  readonly hasText: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useDatasetName();
  const info = useDatasets(({ datasets }) => datasets.find(({ id }) => id === dataset));
  const shape = useCheck(({ report }) => report?.layers[0]?.inputShape) ?? info?.sampleShape;
  return (
    <>
      <EndOfModel name={t('model.input')} note={info ? nameOf(info) : dataset}>
        {shape ? format.shape(shape) : '–'}
      </EndOfModel>
      <div aria-hidden className={hasText ? 'ml-9.5 h-3 w-px bg-line-strong' : 'h-1'} />
    </>
  );
}

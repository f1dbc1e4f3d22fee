import { Ban } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { cn } from '../../../components/cn.ts';
import { SampleImage } from '../../../components/SampleImage.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import type { DatasetRow } from '../useDatasetRows.ts';

interface ImageButtonProps extends ComponentProps<'button'> {
  readonly dataset: DatasetInfo;
  readonly row: DatasetRow;
}

/** An image that opens its detail; an excluded one is pale and crossed. */
export function ImageButton({ dataset, row, className, ...props }: ImageButtonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isExcluded = row.edit?.isExcluded ?? false;
  return (
    <button
      type="button"
      aria-label={t('edits.open', { index: format.integer(row.index), target: row.target })}
      className={cn('relative block rounded-md hover:ring-2 hover:ring-accent/40', className)}
      {...props}
    >
      <SampleImage
        values={row.values}
        shape={dataset.sampleShape}
        label={t('data.sampleLabel', { index: row.index, label: row.target })}
        className={cn('size-14 rounded-md bg-sunken p-1', isExcluded && 'opacity-35')}
      />
      {isExcluded ? (
        <Ban aria-hidden className="absolute top-1 right-1 size-4 text-attention" />
      ) : null}
    </button>
  );
}

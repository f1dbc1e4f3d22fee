import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from '../../../components/cn.ts';
import { useFormat } from '../../../format/useFormat.ts';
import type { DatasetRow } from '../useDatasetRows.ts';

interface IndexButtonProps extends ComponentProps<'button'> {
  readonly row: DatasetRow;
}

/** The place of a row or a text, which opens its detail. */
export function IndexButton({ row, className, ...props }: IndexButtonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <button
      type="button"
      aria-label={t('edits.open', { index: format.integer(row.index), target: row.target })}
      className={cn(
        'number rounded px-1 whitespace-nowrap text-faint underline-offset-2 hover:text-accent-ink hover:underline',
        className,
      )}
      {...props}
    >
      {format.integer(row.index)}
    </button>
  );
}

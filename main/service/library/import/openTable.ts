/** The formats whose samples are rows. */
import type { ImportFormat } from '../../../../core/contract/ImportOptions.ts';
import type { InspectContext } from './ImportContext.ts';
import { openCsv } from './openCsv.ts';
import { openJsonLines } from './openJsonLines.ts';
import { openParquet } from './openParquet.ts';
import type { TableSource } from './TableSource.ts';

type TableFormat = Extract<ImportFormat, 'csv' | 'jsonLines' | 'parquet'>;

export function openTable(
  format: TableFormat,
  context: InspectContext,
  isPreview: boolean,
): Promise<TableSource> {
  switch (format) {
    case 'csv':
      return openCsv(context, isPreview);
    case 'jsonLines':
      return openJsonLines(context, isPreview);
    case 'parquet':
      return openParquet(context);
    default:
      return format satisfies never;
  }
}

/** Looks into whatever a path holds, and says what importing it would give. */
import { stat } from 'node:fs/promises';
import type { FileInspection } from '../../../../core/contract/FileInspection.ts';
import type { ImportFormat } from '../../../../core/contract/ImportOptions.ts';
import { detectFormat } from './detectFormat.ts';
import type { ImageFiles } from './ImageFiles.ts';
import type { InspectContext } from './ImportContext.ts';
import { readIdxAt } from './importIdx.ts';
import { inspectImageArrays, inspectImageDataset, inspectImages } from './inspectImages.ts';
import { inspectTable, type TableInspection } from './inspectTable.ts';
import { openArrays } from './openArrays.ts';
import { openImageFolder } from './openImageFolder.ts';
import { openImageZip } from './openImageZip.ts';
import { openTable } from './openTable.ts';

/** Throws StudioError. */
export async function inspectPath(context: InspectContext): Promise<FileInspection> {
  const format = await detectFormat(context);
  const found = await stat(context.path);
  const bytes = found.isFile() ? found.size : null;
  return { format, bytes, ...(await inspectAs(format, context)) };
}

async function inspectAs(format: ImportFormat, context: InspectContext): Promise<TableInspection> {
  const { path, name } = context;
  switch (format) {
    case 'csv':
    case 'jsonLines':
    case 'parquet':
      return inspectTable(await openTable(format, context, true), context);
    case 'images':
      return inspectImages(await openImageFolder(path, name), context);
    case 'zip':
      return inspectAndClose(await openImageZip(path, name), context);
    case 'idx':
      return inspectImageDataset(await readIdxAt(path));
    case 'npy': {
      const opened = await openArrays(context);
      if (opened.kind === 'table') return inspectTable(opened.source, context);
      return inspectImageArrays(opened.parts);
    }
    default:
      return format satisfies never;
  }
}

async function inspectAndClose(images: ImageFiles, context: InspectContext) {
  try {
    return await inspectImages(images, context);
  } finally {
    await images.close();
  }
}

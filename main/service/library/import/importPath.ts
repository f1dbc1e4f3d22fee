/** Imports whatever a path holds, by the reader of its format. */
import type { ImportFormat } from '../../../../core/contract/ImportOptions.ts';
import type { WrittenDataset } from './DatasetWriter.ts';
import { detectFormat } from './detectFormat.ts';
import type { ImageFiles } from './ImageFiles.ts';
import type { ImportContext } from './ImportContext.ts';
import { importIdx } from './importIdx.ts';
import { importImageArrays } from './importImageArrays.ts';
import { importImages } from './importImages.ts';
import { importTable } from './importTable.ts';
import { openArrays } from './openArrays.ts';
import { openImageFolder } from './openImageFolder.ts';
import { openImageZip } from './openImageZip.ts';
import { openTable } from './openTable.ts';

export interface ImportedPath {
  readonly format: ImportFormat;
  readonly written: WrittenDataset;
}

/** Throws StudioError. */
export async function importPath(context: ImportContext): Promise<ImportedPath> {
  const format = await detectFormat(context);
  return { format, written: await importAs(format, context) };
}

async function importAs(format: ImportFormat, context: ImportContext): Promise<WrittenDataset> {
  const { path, name } = context;
  switch (format) {
    case 'csv':
    case 'jsonLines':
    case 'parquet':
      return importTable(await openTable(format, context, false), context);
    case 'images':
      return importImages(await openImageFolder(path, name), context);
    case 'zip':
      return importAndClose(await openImageZip(path, name), context);
    case 'idx':
      return importIdx(context);
    case 'npy': {
      const opened = await openArrays(context);
      if (opened.kind === 'table') return importTable(opened.source, context);
      return importImageArrays(opened.parts, context);
    }
    default:
      return format satisfies never;
  }
}

async function importAndClose(images: ImageFiles, context: ImportContext): Promise<WrittenDataset> {
  try {
    return await importImages(images, context);
  } finally {
    await images.close();
  }
}

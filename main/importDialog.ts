/** What the dialog for opening asks, and which files it shows first. */
import type { FileFilter } from 'electron';
import type { ImportKind } from '../core/contract/ShellApi.ts';
import { importFormats } from '../core/data/importFormats.ts';
import type { Words } from './words.ts';

/** Of importFormats, with what gzip and MNIST call their files. */
const DATA_EXTENSIONS = [
  ...importFormats.flatMap(({ extensions }) => extensions.map((ending) => ending.slice(1))),
  ...['gz', 'idx', 'idx1-ubyte', 'idx3-ubyte'],
];

const IMAGE_EXTENSIONS = ['png', 'jpg', 'jpeg', 'jfif', 'webp', 'bmp', 'gif'];

export function importDialog(
  kind: ImportKind,
  text: Words,
): { readonly title: string; readonly filter: FileFilter } {
  switch (kind) {
    case 'image':
      return {
        title: text.imageTitle,
        filter: { name: text.images, extensions: IMAGE_EXTENSIONS },
      };
    case 'document':
      return {
        title: text.documentTitle,
        filter: { name: text.allDocuments, extensions: ['json', 'py', 'txt'] },
      };
    case 'file':
    case 'folder':
      return {
        title: text.importTitle,
        filter: { name: text.allData, extensions: DATA_EXTENSIONS },
      };
    default:
      return kind satisfies never;
  }
}

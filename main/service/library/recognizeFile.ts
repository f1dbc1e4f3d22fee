/** What a dropped file is: by its name, and where that says nothing by its beginning. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { RecognizedFile } from '../../../core/contract/NetworkText.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';

const BEGINNING = 64 * 1024;
/** More is no list of layers that a person wrote. */
const LONGEST_TEXT = 1_000_000;

/** Whatever is nothing else is taken for data. Throws StudioError `not-found`. */
export function recognizeFile(path: string): RecognizedFile {
  if (/\.descent\.json$/i.test(path)) return { kind: 'experiment' };
  if (/\.model\.json$/i.test(path)) return { kind: 'model' };
  if (isFolder(path)) return { kind: 'dataset' };
  if (/\.json$/i.test(path)) {
    const [, kind] =
      /"format"\s*:\s*"descent-(model|experiment)"/.exec(read(path, BEGINNING)) ?? [];
    return { kind: kind === 'model' || kind === 'experiment' ? kind : 'dataset' };
  }
  if (!/\.(?:py|txt)$/i.test(path)) return { kind: 'dataset' };
  const text = read(path, LONGEST_TEXT);
  const isNetwork = /\.py$/i.test(path) || /\bSequential\s*\(/.test(text.slice(0, BEGINNING));
  return isNetwork ? { kind: 'network', text } : { kind: 'dataset' };
}

function isFolder(path: string): boolean {
  return opened(path, () => statSync(path).isDirectory());
}

function read(path: string, most: number): string {
  return opened(path, () => {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(most);
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, most, 0));
    } finally {
      closeSync(file);
    }
  });
}

function opened<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new StudioError('not-found', `The file cannot be read (${reason}).`, {
      where: path,
      cause,
    });
  }
}

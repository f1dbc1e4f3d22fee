/**
 * The input of a prediction as text: a file or the standard input in any encoding that an import
 * reads, found in the same way, or what stands in the command itself.
 *
 * Bytes read in the wrong encoding are still a text, for which a model has an answer that looks right.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { TextEncoding } from '../../core/contract/ImportOptions.ts';
import { StudioError } from '../../core/contract/StudioError.ts';
import type { Preprocessor } from '../../core/preprocessing/Preprocessor.ts';
import { encodingOf } from '../service/library/import/openCsv.ts';
import { readText } from '../service/library/import/readText.ts';
import { withOption } from './withOption.ts';

export interface InputText {
  readonly text: string;
  /** In which encoding it was read, unless that is UTF-8, in sentences. */
  readonly notes: readonly string[];
}

/**
 * `encoding`: null to find it. Throws StudioError `not-found` for a file that cannot be read, and
 * `invalid-dataset` for bytes that no encoding has, or not the chosen one.
 */
export async function readInput(
  input: string,
  kind: Preprocessor['kind'],
  encoding: TextEncoding | null = null,
): Promise<InputText> {
  if (input === '-') return decode(readFileSync(process.stdin.fd), 'standard input', encoding);
  // A sentence is no file's name, but might be: what is there is read.
  const isTyped = kind === 'text' ? !existsSync(input) : input.trimStart().startsWith('[');
  if (!isTyped) return decode(readBytes(input, kind), basename(input), encoding);
  refuseEncoding(encoding);
  return { text: input, notes: [] };
}

async function decode(
  path: Uint8Array,
  name: string,
  chosen: TextEncoding | null,
): Promise<InputText> {
  try {
    const options = chosen ? { encoding: chosen } : {};
    const { encoding, notes } = await encodingOf({ path, name, options }, false);
    const parts: Uint8Array[] = [];
    for await (const { bytes } of readText({ path, name, encoding })) parts.push(bytes);
    return { text: Buffer.concat(parts).toString('utf8'), notes: chosen ? [] : notes };
  } catch (error) {
    return withOption(error);
  }
}

function readBytes(path: string, kind: Preprocessor['kind']): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (reason === 'ENOENT') throw missingInput(path, kind);
    throw new StudioError('not-found', `The input cannot be read (${reason}).`, {
      where: path,
      cause,
    });
  }
}

/** What is no file may be a row, written as the model does not take it. */
export function missingInput(path: string, kind: Preprocessor['kind']): StudioError {
  const file = kind === 'image' ? 'an image file or a file of CSV rows' : 'a file of CSV rows';
  const row = `one row as a JSON array in quotation marks: '[43.1, 2]'`;
  return new StudioError('not-found', `There is no file "${path}".`, {
    hint: `Give ${file}, or ${row}, with a text as "Nord".`,
  });
}

/** What is no text of a file has no such choice. */
export function refuseEncoding(encoding: TextEncoding | null): void {
  if (!encoding) return;
  throw new StudioError(
    'invalid-request',
    'Only text of a file or of the standard input has an encoding to choose.',
    { hint: 'Leave --encoding out.' },
  );
}

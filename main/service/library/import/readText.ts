/**
 * A text file as UTF-8, a piece at a time, whatever its encoding; the byte-order mark is left out.
 *
 * Strict: what the encoding does not hold is refused with its line. A lenient decoder would make
 * one label of two.
 */
import iconv from 'iconv-lite';
import type { TextEncoding } from '../../../../core/contract/ImportOptions.ts';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { countLines, nulByte } from './detectEncoding.ts';
import { encodingName } from './encodingName.ts';
import { type ByteSource, readChunks } from './readChunks.ts';
import { Utf8Lines } from './Utf8Lines.ts';

export interface TextFile {
  readonly path: ByteSource;
  /** For messages. */
  readonly name: string;
  readonly encoding: TextEncoding;
}

export interface TextChunk {
  readonly bytes: Uint8Array;
  /** Bytes of the file read so far. */
  readonly position: number;
}

/**
 * UTF-8 comes as it is, because detectEncoding has checked it. A chunk is valid until the next one
 * is asked for. Throws StudioError `invalid-dataset`.
 */
export async function* readText(file: TextFile): AsyncGenerator<TextChunk> {
  const { path, name, encoding } = file;
  let position = 0;
  if (encoding === 'utf-8') {
    for await (const chunk of readChunks(path)) {
      const isMarked =
        position === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
      position += chunk.length;
      yield { bytes: isMarked ? chunk.subarray(3) : chunk, position };
    }
    return;
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  const utf8Lines = encoding === 'cp949' ? new Utf8Lines(name) : null;
  let lines = 1;
  for await (const chunk of readChunks(path)) {
    utf8Lines?.push(chunk);
    position += chunk.length;
    const bytes = Buffer.from(decoder.write(Buffer.from(chunk)));
    refuse(file, bytes, lines);
    lines += countLines(bytes);
    yield { bytes, position };
  }
  utf8Lines?.end();
  const last = Buffer.from(decoder.end() ?? '');
  refuse(file, last, lines);
  yield { bytes: last, position };
}

/** What the decoder writes in place of bytes that it does not know. */
const REPLACEMENT = Buffer.from('\ufffd');

function refuse({ name, encoding }: TextFile, bytes: Buffer, lines: number): void {
  const nul = bytes.indexOf(0);
  if (nul !== -1) throw nulByte(name, nul, lines + countLines(bytes.subarray(0, nul)));
  const at = bytes.indexOf(REPLACEMENT);
  if (at === -1) return;
  throw new StudioError(
    'invalid-dataset',
    `"${name}" must be ${encodingName(encoding)} text. It holds bytes that this encoding has not.`,
    {
      where: `line ${lines + countLines(bytes.subarray(0, at))}`,
      hint: 'Save the file as UTF-8, or choose its encoding.',
      wayOut: 'choose-encoding',
    },
  );
}

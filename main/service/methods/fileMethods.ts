/** Files that a person points at, before it is known what they are. */
import { resolve } from 'node:path';
import { recognizeFile } from '../library/recognizeFile.ts';
import type { MethodsOf } from '../ServiceContext.ts';

export function fileMethods(): MethodsOf<'files'> {
  return { 'files.recognize': ({ path }) => recognizeFile(resolve(path)) };
}

import { canonicalSha256 } from '../canonicalSha256.ts';
import type { ModelFile } from '../ModelFile.ts';
import { writeModelFile } from '../writeModelFile.ts';
import { tinyModelFile } from './tinyModelFile.ts';

// biome-ignore lint/suspicious/noExplicitAny: the tests break documents in ways that no type allows.
export type Broken = any;

/** The text of a model file after an edit, with a checksum that fits it again. */
export function editedModelFile(
  edit: (document: Broken) => void,
  file: ModelFile = tinyModelFile(),
): string {
  const document = JSON.parse(writeModelFile(file));
  edit(document);
  const { checksum: _, card, ...content } = document;
  return JSON.stringify({ ...content, card, checksum: canonicalSha256(content) });
}

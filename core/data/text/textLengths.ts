import type { Tokenizer } from '../../text/tokenizers/prepareTokenizer.ts';
import { eachText, type Texts } from './Texts.ts';

/** Tokens of each text, [N]. */
export function textLengths(texts: Texts, { tokenize }: Tokenizer): Uint32Array {
  const lengths = new Uint32Array(texts.length);
  let at = 0;
  for (const text of eachText(texts)) lengths[at++] = tokenize(text).length;
  return lengths;
}

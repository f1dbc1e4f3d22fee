/** Texts in numbers: how long they are in words, and which words they are made of. */
import type { TextStatistics } from '../../contract/DatasetStatistics.ts';
import { prepareTokenizer } from '../../text/tokenizers/prepareTokenizer.ts';
import type { TextDataset } from '../Dataset.ts';
import { summarizeLengths } from '../text/summarizeLengths.ts';
import { textLengths } from '../text/textLengths.ts';
import { textsOf } from '../text/textsOf.ts';
import { vocabularyCounts } from '../text/vocabularyCounts.ts';

const MOST_WORDS = 40;

/** Null where there is no text. */
export function textStatistics(dataset: TextDataset): TextStatistics | null {
  const texts = textsOf(dataset);
  const words = prepareTokenizer({ type: 'Words', options: {} }, 'statistics');
  const lengths = summarizeLengths(textLengths(texts, words));
  if (!lengths) return null;
  const { tokens, distinct, once, most, coverage } = vocabularyCounts(texts, words, MOST_WORDS);
  return {
    lengths: { ...lengths, bins: [...lengths.bins] },
    words: tokens,
    distinct,
    once,
    most: [...most],
    coverage,
  };
}

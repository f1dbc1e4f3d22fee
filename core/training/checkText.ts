import type { DatasetInfo } from '../contract/DatasetInfo.ts';
import type { Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { prepareTokenizer } from '../text/tokenizers/prepareTokenizer.ts';
import { prepareVectorizer } from '../text/vectorizers/prepareVectorizer.ts';
import { caught } from './caught.ts';

/** Problems of tokenizer and vectorizer, which only a dataset of texts may have. */
export function checkText({ preprocessing }: ExperimentSpec, { kind }: DatasetInfo): Problem[] {
  const { text } = preprocessing;
  if (!text) return [];
  const where = 'preprocessing.text';
  if (kind !== 'text') {
    const message = 'Only texts are cut into tokens, and this dataset has none.';
    return [{ severity: 'warning', where, message }];
  }
  return [
    ...caught(() => prepareTokenizer(text.tokenizer, `${where}.tokenizer`)),
    ...caught(() => prepareVectorizer(text.vectorizer, `${where}.vectorizer`)),
  ];
}

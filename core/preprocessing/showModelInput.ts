/**
 * What a fitted preprocessor makes of a sample, with a name for each number, so that a person can
 * see what the network sees. The numbers are those of training: the same encoder makes them.
 */
import type { ModelInput } from '../contract/ModelInput.ts';
import type { Dataset } from '../data/Dataset.ts';
import type { Splits } from '../data/splits/Splits.ts';
import { createTextWriter } from '../text/createTextWriter.ts';
import { prepareTokenizer } from '../text/tokenizers/prepareTokenizer.ts';
import { encodeSample } from './encodeSample.ts';
import { inputNames } from './inputNames.ts';
import { inputShapeOf } from './inputShapeOf.ts';
import type { Preprocessor, TextPreprocessor } from './Preprocessor.ts';
import { rawInputAt, rawSample } from './RawInput.ts';

const MOST_LISTED = 300;

export interface SampleOfSplits {
  readonly dataset: Dataset;
  readonly splits: Splits;
  readonly index: number;
}

export function showModelInput(
  preprocessor: Preprocessor,
  { dataset, splits, index }: SampleOfSplits,
): ModelInput {
  const { kind } = preprocessor;
  const parts = ['train', 'validation', 'test'] as const;
  const split = parts.find((part) => splits[part].includes(index)) ?? null;
  const shape = [...inputShapeOf(preprocessor)];
  if (split === null) {
    return { split, shape, tokens: null, inputs: [], named: 0, minimum: 0, maximum: 0 };
  }
  const raw = rawInputAt(dataset, preprocessor, index);
  const encoded = encodeSample(preprocessor, rawSample(kind, raw));
  const text = kind === 'text' ? tokensOf(preprocessor, String(raw)) : null;
  const named = namedInputs(preprocessor, encoded, text ?? []);
  return {
    ...{ split, shape, tokens: text?.slice(0, MOST_LISTED) ?? null },
    ...{ inputs: named.slice(0, MOST_LISTED), named: named.length },
    minimum: encoded.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    maximum: encoded.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  };
}

function tokensOf({ tokenizer }: TextPreprocessor, text: string): string[] {
  const { tokenize } = prepareTokenizer(tokenizer, 'preprocessing.text.tokenizer');
  return tokenize(text).map((token) => token.text);
}

function namedInputs(
  preprocessor: Preprocessor,
  encoded: Float32Array,
  tokens: readonly string[],
): ModelInput['inputs'] {
  switch (preprocessor.kind) {
    case 'image':
      return [];
    case 'table':
      return inputNames(preprocessor).map((name, at) => ({ name, value: encoded[at] }));
    case 'text': {
      const isInOrder = createTextWriter(preprocessor).numEmbeddings !== null;
      const names = isInOrder ? tokens : preprocessor.terms;
      return Array.from(encoded, (value, at) => ({ name: names[at], value })).filter(
        ({ value }) => value !== 0,
      );
    }
    default:
      return preprocessor satisfies never;
  }
}

/**
 * What a fitted preprocessor makes of a raw sample, with a name for each number, so that a person can
 * see what the network sees. The numbers are those of training: the same encoder makes them.
 */
import type { EncodedInput } from '../contract/ModelInput.ts';
import type { RawSample } from '../contract/RawSample.ts';
import { createTextWriter } from '../text/createTextWriter.ts';
import { readableJamo } from '../text/readableJamo.ts';
import { prepareTokenizer } from '../text/tokenizers/prepareTokenizer.ts';
import { encodeSample } from './encodeSample.ts';
import { inputNames } from './inputNames.ts';
import { inputShapeOf } from './inputShapeOf.ts';
import type { Preprocessor, TextPreprocessor } from './Preprocessor.ts';

const MOST_LISTED = 300;

/** Throws StudioError `invalid-request` as encodeSample does. */
export function encodedInput(preprocessor: Preprocessor, sample: RawSample): EncodedInput {
  const encoded = encodeSample(preprocessor, sample);
  const isText = preprocessor.kind === 'text' && sample.kind === 'text';
  const tokens = isText ? tokensOf(preprocessor, sample.text) : null;
  const named = namedInputs(preprocessor, encoded, tokens ?? []);
  const shown = named.slice(0, MOST_LISTED);
  return {
    shape: [...inputShapeOf(preprocessor)],
    tokens: tokens?.slice(0, MOST_LISTED).map(readableJamo) ?? null,
    inputs: isText ? shown.map(readable) : shown,
    named: named.length,
    minimum: encoded.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    maximum: encoded.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  };
}

const readable = ({ name, value }: EncodedInput['inputs'][number]) => ({
  name: readableJamo(name),
  value,
});

function tokensOf({ tokenizer }: TextPreprocessor, text: string): string[] {
  const { tokenize } = prepareTokenizer(tokenizer, 'preprocessing.text.tokenizer');
  return tokenize(text).map((token) => token.text);
}

function namedInputs(
  preprocessor: Preprocessor,
  encoded: Float32Array,
  tokens: readonly string[],
): EncodedInput['inputs'] {
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

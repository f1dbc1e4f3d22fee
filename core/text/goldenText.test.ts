/** Vectorizers against scikit-learn, on Korean, English and emoji. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Options } from '../contract/ModelSpec.ts';
import { createTextWriter } from './createTextWriter.ts';
import { fitText } from './fitText.ts';

interface TextGolden {
  readonly sklearn: string;
  readonly texts: readonly string[];
  /** How many of the texts, from the first, the vocabulary is learned from. */
  readonly train: number;
  readonly cases: readonly {
    readonly tokenizer: string;
    readonly vectorizer: string;
    readonly options: Options;
    readonly terms: readonly string[];
    readonly values: readonly Readonly<Record<string, number>>[];
  }[];
}

const file = new URL('../golden/text.json', import.meta.url);
const { sklearn, texts, train, cases }: TextGolden = JSON.parse(readFileSync(file, 'utf8'));

describe(`vectorizers equal scikit-learn ${sklearn}`, () => {
  test.each(
    cases.map((golden) => [
      `${golden.tokenizer} ${golden.vectorizer} ${JSON.stringify(golden.options)}`,
      golden,
    ]),
  )('%s', (_, golden) => {
    const fitted = fitText(texts.slice(0, train), {
      tokenizer: { type: golden.tokenizer, options: {} },
      vectorizer: { type: golden.vectorizer, options: { minimumCount: 1, ...golden.options } },
    });
    expect([...fitted.terms].sort()).toEqual([...golden.terms].sort());
    const writer = createTextWriter(fitted);
    expect(writer.shape).toEqual([golden.terms.length]);
    for (const [at, text] of texts.entries()) {
      const out = new Float32Array(golden.terms.length);
      writer.write(text, out, 0);
      for (const [place, term] of fitted.terms.entries()) {
        expect(out[place], `${term} in "${text}"`).toBeCloseTo(golden.values[at][term] ?? 0, 6);
      }
    }
  });
});

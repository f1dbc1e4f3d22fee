/**
 * Models of tables with gaps and of texts leave the studio with their preprocessing: read back they
 * predict the same from raw inputs, and the verifiers, which cut texts on their own, agree.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import type { Component } from '../contract/ModelSpec.ts';
import type { TextDataset } from '../data/Dataset.ts';
import { joinBytes } from '../data/joinBytes.ts';
import { tinyTable } from '../data/testing/tinyDatasets.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { rawSample } from '../preprocessing/RawInput.ts';
import { createTextWriter } from '../text/createTextWriter.ts';
import { fitText } from '../text/fitText.ts';
import { buildModel } from './buildModel.ts';
import { initializeModel } from './initializeModel.ts';
import type { ModelFile } from './ModelFile.ts';
import { makeTestVectors } from './makeTestVectors.ts';
import { modelCard } from './modelCard.ts';
import { predictWithModel } from './predictWithModel.ts';
import { bundledSource } from './pytorch/testing/projectSources.ts';
import { readModelFile } from './readModelFile.ts';
import { tinyModelFile } from './testing/tinyModelFile.ts';
import { verifyModel } from './verifyModel.ts';
import { writeModelFile } from './writeModelFile.ts';

const folder = join(import.meta.dirname, '../../resources/verifiers');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const verifiers = [
  [process.execPath, 'verify-model.mjs'],
  ...(hasPython ? [['python3', 'verify_model.py']] : []),
];

async function leaves(file: ModelFile): Promise<void> {
  const text = writeModelFile(file);
  const back = readModelFile(text);
  expect(back.input).toEqual(file.input);
  expect(await verifyModel(back, referenceExecutor())).toMatchObject({ passed: true });
  for (const { input } of file.testVectors.samples.slice(0, 2)) {
    const sample = rawSample(file.input.kind, input);
    expect(await predictWithModel(back, sample)).toEqual(await predictWithModel(file, sample));
  }
  const home = mkdtempSync(join(tmpdir(), 'descent-leaves-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  writeFileSync(join(home, 'model.json'), text);
  for (const [command, name] of verifiers) {
    const { stdout } = spawnSync(command, [join(folder, name), join(home, 'model.json')], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^OK: \d+ test vectors/);
  }
}

test.each(['penguins', 'sentences', 'emoji-ko'])('a model of %s', async (name) => {
  const { file } = await bundledSource(name);
  await leaves(file);
  expect(modelCard(file)).toContain('- Preprocessing: ');
});

const awkward = [
  "Don't stop: it's 3.14, or 1,000 — isn't it?",
  'naïve café ﬁne ｆｕｌｌ ΑΣ ΟΔΟΣ İstanbul',
  '나는 학교에 가는 것을 좋아한다 . 학교 한글',
  'ㅋㅋㅋ AI를 배운다!! 100점',
  '👍🏽 👨‍👩‍👧 🇰🇷🇫🇷 ❤️ zero​width soft­hyphen',
  '  \t blanks　everywhere \n',
  '',
  'a.b.c 3.x x.3 ..., _under_score_ (brackets) $5 + 6 = 11',
];

const ngrams = (type: string, ngramMax: number, more = {}): Component => ({
  type,
  options: { minimumCount: 1, ngramMax, ...more },
});
const tokenizers: readonly Component[] = [
  { type: 'Words', options: {} },
  { type: 'Words', options: { punctuation: 'attach', lowercase: false } },
  { type: 'Words', options: { punctuation: 'separate' } },
  { type: 'Characters', options: {} },
  { type: 'Characters', options: { blanks: false, punctuation: 'drop' } },
  { type: 'Syllables', options: {} },
  { type: 'Jamo', options: {} },
];
const vectorizers: readonly Component[] = [
  ngrams('BagOfWords', 2),
  ngrams('BagOfWords', 1, { binary: true }),
  ngrams('TfIdf', 3, { sublinear: true }),
  { type: 'TokenIds', options: { length: 12, minimumCount: 1 } },
];

function textsAs(sources: readonly string[]): TextDataset {
  const texts = sources.map((text) => strToU8(text));
  const offsets = new Uint32Array(texts.length + 1);
  for (const [index, { length }] of texts.entries()) offsets[index + 1] = offsets[index] + length;
  return { ...tinyTable(texts.length), kind: 'text', texts: joinBytes(texts), offsets };
}

const cases = tokenizers.map((tokenizer, place) => ({
  tokenizer,
  vectorizer: vectorizers[place % vectorizers.length],
}));

test.each(cases)('texts cut by $tokenizer for $vectorizer', async (spec) => {
  const input = { kind: 'text' as const, ...fitText(awkward, spec) };
  const { shape, numEmbeddings } = createTextWriter(input);
  const first: Component[] =
    numEmbeddings === null
      ? []
      : [
          { type: 'Embedding', options: { numEmbeddings, embeddingDim: 3 } },
          { type: 'Flatten', options: {} },
        ];
  const layers = [...first, { type: 'Linear', options: { outFeatures: 2 } }];
  const model = buildModel({ layers }, shape);
  const weights = initializeModel(model, 3);
  const indices = Int32Array.from(awkward.keys());
  const dataset = textsAs(awkward);
  const testVectors = await makeTestVectors({ model, weights, input }, dataset, indices);
  expect(testVectors.samples).toHaveLength(awkward.length);
  await leaves({ ...tinyModelFile(), input, model, weights, testVectors });
});

test('the verifier in Python and the PyTorch project cut texts by the same lines', async () => {
  const { readFileSync } = await import('node:fs');
  const section = (path: string) =>
    readFileSync(join(folder, path), 'utf8')
      .replaceAll('verify_model.py', 'preprocessing.py')
      .split('# --- ')
      .find((part) => part.startsWith('preprocessing:'));
  expect(section('verify_model.py')?.trim()).toBe(section('../pytorch/preprocessing.py')?.trim());
});

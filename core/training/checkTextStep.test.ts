import { expect, test } from 'vitest';
import { prepareAugmentation } from '../augmentation/prepareAugmentation.ts';
import type { TextSpec } from '../contract/ExperimentSpec.ts';
import type { Component, Options } from '../contract/ModelSpec.ts';
import { checkTextStep } from './checkTextStep.ts';

const component = (type: string, options: Options = {}): Component => ({ type, options });
const bag = { tokenizer: component('Words'), vectorizer: component('BagOfWords') };
const ids = { ...bag, vectorizer: component('TokenIds') };

function check(step: Component, spec: TextSpec | null) {
  return prepareAugmentation([step]).text.flatMap((one) => checkTextStep(one, spec));
}

test('a step that fits has no problems', () => {
  expect(check(component('WordSwap'), ids)).toEqual([]);
  expect(check(component('WordDeletion'), bag)).toEqual([]);
});

test.each([
  [
    component('WordSwap'),
    null,
    {
      severity: 'error',
      where: 'augmentation[0]',
      message:
        'WordSwap transforms texts, and this dataset has none. Remove it, or choose a dataset of texts.',
    },
  ],
  [
    component('WordMove'),
    bag,
    {
      severity: 'warning',
      where: 'augmentation[0]',
      message:
        'WordMove changes nothing here: BagOfWords of single tokens does not see their order.',
    },
  ],
  [
    component('SynonymReplacement'),
    bag,
    {
      severity: 'error',
      where: 'augmentation[0].options.synonyms',
      message:
        'SynonymReplacement needs synonyms: at least one line of the form "word: synonym, synonym".',
    },
  ],
])('%j of %j', (step, spec, problem) => {
  expect(check(step, spec)).toEqual([problem]);
});

test('a vectorizer that is refused elsewhere is not told again', () => {
  const wrong = { ...bag, vectorizer: component('TfIdf', { ngramMax: 0 }) };
  expect(check(component('WordSwap'), wrong)).toEqual([]);
});

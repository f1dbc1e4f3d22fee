import { afterEach, expect, test, vi } from 'vitest';
import { catalog } from '../../core/catalog/catalog.ts';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { useCatalog } from '../state/catalog.ts';
import { i18n } from './i18n.ts';
import { optionPlaceWords } from './optionPlaceWords.ts';
import { optionValueName } from './useOptionWords.ts';

vi.mock('../studio.ts', () => ({ request: vi.fn(), desktop: {} }));

useCatalog.setState({ catalog });
afterEach(() => i18n.changeLanguage('en').then(() => undefined));

const augmentation = [
  { type: 'WordSwap', options: {} },
  { type: 'SynonymReplacement', options: {} },
];
const spec = { augmentation } as unknown as ExperimentSpec;

test('the place of an option is told as its form names it', async () => {
  const place = 'augmentation[1].options.synonyms';
  expect(optionPlaceWords(place, spec)).toBe('SynonymReplacement, Synonyms');
  await i18n.changeLanguage('ko');
  expect(optionPlaceWords(place, spec)).toBe('SynonymReplacement, 동의어 목록');
});

test('any other place has no such words', () => {
  expect(optionPlaceWords('augmentation[7].options.synonyms', spec)).toBeNull();
  expect(optionPlaceWords('augmentation[1]', spec)).toBeNull();
  expect(optionPlaceWords('/home/me/x.options.csv', spec)).toBeNull();
  expect(optionPlaceWords('augmentation[1].options.synonyms', null)).toBeNull();
});

test('an empty list of lines is none, not a pair of brackets', () => {
  expect(optionValueName([])).toBe('none');
  expect(optionValueName([0.8, 1.2])).toBe('(0.8, 1.2)');
});

/** Options that several vectorizers share. */
import type { OptionRefusal } from '../../catalog/OptionRefusal.ts';
import type { OptionDescriptor } from '../../contract/Catalog.ts';

export type NgramOptions = { ngramMin: number; ngramMax: number };

export const vocabularyOptions: readonly OptionDescriptor[] = [
  {
    name: 'vocabularySize',
    kind: 'integer',
    default: 5000,
    range: { minimum: 1, maximum: 1_000_000 },
    label: { en: 'Vocabulary size', ko: '어휘 크기' },
    help: {
      en: 'At most this many terms are known: the most frequent ones of the training split.',
      ko: '최대 이만큼의 항목만 어휘에 넣습니다. 학습 데이터셋에 자주 나오는 것부터 넣습니다.',
    },
  },
  {
    name: 'minimumCount',
    kind: 'integer',
    default: 2,
    range: { minimum: 1, maximum: 1_000_000 },
    label: { en: 'Minimum count', ko: '최소 출현 횟수' },
    help: {
      en: 'Terms that occur less often in the training split are left out: little is learned from them.',
      ko: '학습 데이터셋에 이보다 적게 나오는 항목은 배울 것이 거의 없으므로 어휘에서 뺍니다.',
    },
  },
];

export const ngramOptions: readonly OptionDescriptor[] = [
  {
    name: 'ngramMin',
    kind: 'integer',
    default: 1,
    range: { minimum: 1, maximum: 10 },
    label: { en: 'Shortest n-gram', ko: '가장 짧은 n-그램' },
    help: {
      en: 'Tokens in the shortest term. 1: single tokens.',
      ko: '가장 짧은 항목의 토큰 수입니다. 1이면 토큰 하나가 항목입니다.',
    },
  },
  {
    name: 'ngramMax',
    kind: 'integer',
    default: 1,
    range: { minimum: 1, maximum: 10 },
    label: { en: 'Longest n-gram', ko: '가장 긴 n-그램' },
    help: {
      en: 'Tokens in the longest term. From 2 on, terms see the order of neighbouring tokens.',
      ko: '가장 긴 항목의 토큰 수입니다. 2 이상이면 이웃한 토큰의 순서가 드러납니다.',
    },
  },
];

export function refuseNgrams(
  type: string,
  { ngramMin, ngramMax }: NgramOptions,
): OptionRefusal | null {
  if (ngramMin <= ngramMax) return null;
  const message = `${type} ngramMin must not be above ngramMax ${ngramMax}. Received ${ngramMin}.`;
  return { option: 'ngramMin', message };
}

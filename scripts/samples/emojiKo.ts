/**
 * What emoji are called in Korean, with their keywords: short texts of seven subjects. Flags, symbols
 * and parts of other emoji are left out; a flag gives itself away by its first word.
 */
import { gunzipSync, strFromU8 } from 'fflate';
import type { SampleSource } from './SampleSource.ts';
import { textDataset } from './textDataset.ts';

type Row = readonly [label: string, keywords: readonly string[], group: number, subgroup: number];

/** By Unicode's number of the group. */
const subjects: Readonly<Record<number, string>> = {
  0: '감정',
  1: '사람',
  3: '동물과 자연',
  4: '음식',
  5: '여행과 장소',
  6: '활동',
  7: '사물',
};

export const emojiKo: SampleSource = {
  about: {
    id: 'emoji-ko',
    name: 'Emoji in Korean',
    description: {
      en: '1,420 Korean names and keywords of emoji: which of seven subjects are they about?',
      ko: '이모지의 한국어 이름과 키워드 1,420개를 일곱 가지 주제로 나눕니다.',
    },
    license: 'MIT',
    source: 'M. Johnson: emojibase-data 17.0.0, https://emojibase.dev, from Unicode CLDR',
    experiment: 'emoji-ko',
  },
  sourceFile: 'emoji-ko.json.gz',
  build(source) {
    const rows = JSON.parse(strFromU8(gunzipSync(source))) as Row[];
    const read = rows.flatMap(([label, keywords, group, subgroup]) => {
      const subject = subjects[group];
      if (subject === undefined) return [];
      const text = keywords.length > 0 ? `${label}: ${keywords.join(', ')}` : label;
      return [{ text, label: subject, group: `${subgroup}` }];
    });
    return textDataset(read, { name: '주제', labels: Object.values(subjects) }, '소분류');
  },
};

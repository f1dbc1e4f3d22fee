/** UCI sentiment labelled sentences: those of reviews on three sites, in the order of their files. */
import { gunzipSync, strFromU8 } from 'fflate';
import type { SampleSource } from './SampleSource.ts';
import { textDataset } from './textDataset.ts';

type Row = readonly [site: string, text: string, isPositive: 0 | 1];

export const sentences: SampleSource = {
  about: {
    id: 'sentences',
    name: 'Review sentences',
    description: {
      en: '3,000 English sentences from reviews of products, films and restaurants: good or bad?',
      ko: '상품, 영화, 식당 리뷰에서 뽑은 영어 문장 3,000개를 긍정과 부정으로 나눕니다.',
    },
    license: 'CC BY 4.0',
    source:
      'D. Kotzias: Sentiment Labelled Sentences (2015), UCI Machine Learning Repository, ' +
      'https://doi.org/10.24432/C57604, as packaged in sentiment 5.0.2',
    experiment: 'sentences',
  },
  sourceFile: 'sentences.json.gz',
  build(source) {
    const rows = JSON.parse(strFromU8(gunzipSync(source))) as Row[];
    const labels = ['negative', 'positive'];
    const read = rows
      .filter(([, text]) => text.trim() !== '')
      .map(([group, text, isPositive]) => ({ text, label: labels[isPositive] ?? '', group }));
    return textDataset(read, { name: 'opinion', labels }, 'site');
  },
};

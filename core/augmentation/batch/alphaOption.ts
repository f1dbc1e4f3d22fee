import type { OptionDescriptor } from '../../contract/Catalog.ts';

/** The α of Beta(α, α). */
export const alphaOption: OptionDescriptor = {
  name: 'alpha',
  kind: 'number',
  default: 1,
  range: { minimum: 0, minimumExclusive: true, maximum: 100 },
  label: { en: 'Beta parameter α', ko: '베타 분포의 α' },
  help: {
    en: '1 draws every share equally often, smaller values leave most samples nearly as they are, larger ones mix halves.',
    ko: '1이면 모든 비율을 고르게 뽑습니다. 작으면 대부분의 샘플이 거의 그대로이고, 크면 반반씩 섞습니다.',
  },
};

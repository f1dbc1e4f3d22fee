/** Options that several augmentations share. */
import type { OptionDescriptor } from '../contract/Catalog.ts';

/** p, the probability that a sample is transformed at all. */
export function probabilityOption(defaultValue: number): OptionDescriptor {
  return {
    name: 'p',
    kind: 'number',
    default: defaultValue,
    range: { minimum: 0, maximum: 1 },
    label: { en: 'Probability p', ko: '적용 확률 p' },
    help: {
      en: 'How likely a sample is transformed. 0 never, 1 always.',
      ko: '샘플에 이 변환을 적용할 확률입니다. 0이면 적용하지 않고 1이면 항상 적용합니다.',
    },
  };
}

export const fillOption: OptionDescriptor = {
  name: 'fill',
  kind: 'number',
  default: 0,
  range: { minimum: 0, maximum: 255 },
  label: { en: 'Fill value', ko: '채움 값' },
  help: {
    en: 'Grey level of what comes in from outside the picture: 0 is black, 255 white.',
    ko: '그림 밖에서 들어오는 부분의 밝기입니다. 0은 검은색, 255는 흰색입니다.',
  },
  unit: { en: 'grey levels', ko: '밝기 단계' },
};

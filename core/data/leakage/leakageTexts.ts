/** What the scanner says, in both languages. */
import type { LeakageKind } from '../../contract/LeakageReport.ts';
import type { LocalizedText } from '../../contract/primitives.ts';
import type { Determination } from './determiningColumn.ts';
import type { Exposure } from './exposure.ts';
import type { Scaling } from './scaledBeforehand.ts';

const count = (value: number) => value.toLocaleString('en-US');
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

type CopyKind = Extract<LeakageKind, 'copies' | 'near-copies' | 'turned-copies'>;

const copied: Record<CopyKind, LocalizedText> = {
  copies: { en: 'the same sample', ko: '똑같은 샘플' },
  'near-copies': { en: 'nearly the same sample', ko: '거의 같은 샘플' },
  'turned-copies': { en: 'a flipped or turned copy', ko: '뒤집거나 돌린 사본' },
};

export const leakageTexts = {
  copies(kind: CopyKind, { groups, validation, test }: Exposure): LocalizedText {
    const what = copied[kind];
    const [known, knownTest] = [count(validation[0]), count(test[0])];
    const [of, ofTest] = [count(validation[1]), count(test[1])];
    return {
      en:
        `Times that ${what.en} stands in more than one split: ${count(groups)}. ` +
        `Known before they are measured: ${known} of ${of} validation samples, ` +
        `${knownTest} of ${ofTest} test samples.`,
      ko:
        `${what.ko}이 둘 이상의 데이터셋에 들어 있는 경우가 ${count(groups)}건입니다. ` +
        `검증 샘플 ${of}개 중 ${known}개, 테스트 샘플 ${ofTest}개 중 ${knownTest}개가 ` +
        '평가하기 전에 이미 알려져 있습니다.',
    };
  },
  conflicts: (groups: number): LocalizedText => ({
    en: `${count(groups)} times the same sample has different targets. No model can predict all of them.`,
    ko: `똑같은 샘플에 서로 다른 타깃이 붙은 경우가 ${count(groups)}건입니다. 어떤 모델도 모두 맞힐 수 없습니다.`,
  }),
  sharedGroups: (column: string, shared: number, groups: number): LocalizedText => ({
    en: `${count(shared)} of ${count(groups)} values of "${column}" have samples in more than one split. A model may recognise the group instead of learning the task.`,
    ko: `"${column}"의 값 ${count(groups)}개 중 ${count(shared)}개의 샘플이 둘 이상의 데이터셋에 들어 있습니다. 모델이 문제를 배우는 대신 그룹을 알아볼 수 있습니다.`,
  }),
  determines(column: string, target: string, { rule, score }: Determination): LocalizedText {
    if (rule === 'linear' || rule === 'monotone') {
      return {
        en: `"${column}" alone gives "${target}" away: their correlation is ${score.toFixed(4)}.`,
        ko: `"${column}"만으로 "${target}"을(를) 알 수 있습니다. 상관계수가 ${score.toFixed(4)}입니다.`,
      };
    }
    return {
      en: `"${column}" alone predicts "${target}" for ${percent(score)} of the samples. It may be the target in disguise, or known only afterwards.`,
      ko: `"${column}"만으로 샘플의 ${percent(score)}에서 "${target}"을(를) 예측합니다. 타깃을 바꿔 적은 값이거나 나중에야 알 수 있는 값일 수 있습니다.`,
    };
  },
  scaled(column: string, scaling: Scaling): LocalizedText {
    const en = scaling === 'standardized' ? 'mean 0 and deviation 1' : 'range 0 to 1';
    const ko = scaling === 'standardized' ? '평균이 0, 표준편차가 1' : '범위가 0부터 1';
    return {
      en: `"${column}" has ${en} over all samples: it was scaled before it was split, so that statistics of the test samples are in it. Import it unscaled.`,
      ko: `"${column}"은(는) 전체 샘플에서 ${ko}입니다. 분할하기 전에 스케일을 조정했으므로 테스트 샘플의 통계가 섞여 있습니다. 조정하지 않은 값을 가져오세요.`,
    };
  },
};

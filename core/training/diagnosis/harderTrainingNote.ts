import type { LocalizedText } from '../../contract/primitives.ts';
import type { HarderTraining } from './harderTraining.ts';

const reasons: Readonly<Record<HarderTraining, LocalizedText>> = {
  mixed: { en: 'on mixed samples', ko: '섞은 샘플로' },
  augmented: { en: 'on augmented samples', ko: '증강한 샘플로' },
  dropout: { en: 'with units dropped out', ko: '노드를 일부 끈 채' },
};

/**
 * Why a training loss above the validation loss is no sign of underfitting, for at least one reason.
 */
export function harderTrainingNote(harder: readonly HarderTraining[]): LocalizedText {
  const en = harder.map((reason) => reasons[reason].en).join(', ');
  const ko = harder.map((reason) => reasons[reason].ko).join(', ');
  return {
    en:
      `The training loss is measured ${en}, which is harder than validation: ` +
      'that it is the higher one is no sign of underfitting.',
    ko:
      `학습 손실은 ${ko} 잰 값이라 검증보다 어렵습니다. ` +
      '검증 손실보다 높다고 해서 언더피팅은 아닙니다.',
  };
}

/** The labels of fixes. */
import type { OptionDescriptor } from '../../contract/Catalog.ts';
import { inSentence } from '../../contract/inSentence.ts';
import { lastSyllable } from '../../contract/lastSyllable.ts';
import type { OptionValue } from '../../contract/ModelSpec.ts';
import type { LocalizedText } from '../../contract/primitives.ts';

const shown = (value: OptionValue) => (Array.isArray(value) ? value.join(' × ') : String(value));

/** With the particle 로, or 으로 behind a closing consonant other than ㄹ: `64로`, `10으로`. */
function toward(what: string | number): string {
  const consonant = (lastSyllable(String(what)).charCodeAt(0) - 0xac00) % 28;
  return `${what}${consonant === 0 || consonant === 8 ? '로' : '으로'}`;
}

export const insertWords = (type: string): LocalizedText => ({
  en: `Insert ${type}`,
  ko: `${type} 삽입`,
});

export const removeWords = (type: string): LocalizedText => ({
  en: `Remove ${type}`,
  ko: `${type} 제거`,
});

export const moveBehindWords = (type: string, other: string): LocalizedText => ({
  en: `Move ${type} behind ${other}`,
  ko: `${type} 계층을 ${other} 뒤로 이동`,
});

export const moveBeforeWords = (type: string, other: string): LocalizedText => ({
  en: `Move ${type} before ${other}`,
  ko: `${type} 계층을 ${other} 앞으로 이동`,
});

/** Of an augmentation. */
export const moveToEndWords = (type: string): LocalizedText => ({
  en: `Move ${type} to the end`,
  ko: `${type} 변환을 끝으로 이동`,
});

export const replaceWords = (type: string, other: string): LocalizedText => ({
  en: `Replace ${type} with ${other}`,
  ko: `${type} 계층을 ${toward(other)} 교체`,
});

export const useWords = (what: string): LocalizedText => ({
  en: `Use ${what}`,
  ko: `${what} 사용`,
});

/** `Set output features to 10`: as the form calls the option. */
export const setWords = (
  { label }: Pick<OptionDescriptor, 'label'>,
  value: OptionValue,
): LocalizedText => ({
  en: `Set ${inSentence(label.en)} to ${shown(value)}`,
  ko: `${label.ko} 값을 ${toward(shown(value))} 설정`,
});

export const resetWords = ({ label }: Pick<OptionDescriptor, 'label'>) => ({
  en: `Reset ${inSentence(label.en)}`,
  ko: `${label.ko} 값을 기본값으로`,
});

export const removeOptionWords = (name: string): LocalizedText => ({
  en: `Remove ${name}`,
  ko: `${name} 제거`,
});

export const endWithWords = (outputs: number): LocalizedText => ({
  en: `End with Linear(${outputs})`,
  ko: `${toward(`Linear(${outputs})`)} 끝내기`,
});

export const batchSizeWords = (size: number): LocalizedText => ({
  en: `Set the batch size to ${size}`,
  ko: `미니배치 크기를 ${toward(size)} 설정`,
});

export const dropLastWords: LocalizedText = {
  en: 'Drop the last minibatch',
  ko: '마지막 미니배치 버리기',
};

export const noScalingWords: LocalizedText = { en: 'Do not scale', ko: '정규화하지 않기' };

export const noAugmentationWords: LocalizedText = { en: 'Do not augment', ko: '증강하지 않기' };

export const onCpuWords: LocalizedText = { en: 'Use the CPU', ko: 'CPU 사용' };

export const takeLayersWords: LocalizedText = {
  en: 'Take over its layers',
  ko: '모델의 계층 가져오기',
};

export const randomWeightsWords: LocalizedText = {
  en: 'Start from random weights',
  ko: '무작위 가중치로 시작',
};

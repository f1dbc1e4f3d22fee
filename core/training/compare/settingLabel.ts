import { catalog } from '../../catalog/catalog.ts';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { LocalizedText } from '../../contract/primitives.ts';

/** What is no option of the catalog, by its place; a list's positions are left out. */
const labels: Readonly<Record<string, LocalizedText>> = {
  dataset: { en: 'Dataset', ko: '데이터셋' },
  'split.validation': { en: 'Validation share', ko: '검증 데이터셋 비율' },
  'split.test': { en: 'Test share', ko: '테스트 데이터셋 비율' },
  'split.stratified': { en: 'Stratified split', ko: '클래스 비율 유지' },
  'split.method': { en: 'Split', ko: '분할 방법' },
  'split.column': { en: 'Column of the split', ko: '분할 기준 열' },
  'preprocessing.normalization': { en: 'Scaling of features', ko: '특징 스케일 조정' },
  'preprocessing.excludedColumns': { en: 'Excluded columns', ko: '제외한 열' },
  'preprocessing.missingNumbers': { en: 'Missing numbers', ko: '빠진 숫자' },
  'preprocessing.missingCategories': { en: 'Missing categories', ko: '빠진 범주' },
  'preprocessing.text.tokenizer': { en: 'Tokenizer', ko: '토크나이저' },
  'preprocessing.text.vectorizer': { en: 'Vectorizer', ko: '벡터라이저' },
  augmentation: { en: 'Augmentation', ko: '증강' },
  initialization: { en: 'Initialization', ko: '초기화' },
  initialModel: { en: 'Imported model', ko: '가져온 모델' },
  loss: { en: 'Loss', ko: '손실 함수' },
  optimizer: { en: 'Optimizer', ko: '옵티마이저' },
  schedule: { en: 'Learning-rate schedule', ko: '학습률 스케줄' },
  warmup: { en: 'Warm-up', ko: '워밍업' },
  'training.batchSize': { en: 'Batch size', ko: '미니배치 크기' },
  'training.epochs': { en: 'Epochs', ko: '에포크' },
  'training.dropLast': { en: 'Drop the remainder', ko: '나머지 버리기' },
  'training.gradientClipping': { en: 'Gradient clipping', ko: '그래디언트 클리핑' },
  'training.trackGradientNorm': { en: 'Track the gradient norm', ko: '그래디언트 노름 기록' },
  'training.earlyStopping.patience': { en: 'Early stopping, patience', ko: '조기 종료, 인내' },
  'training.earlyStopping.minDelta': {
    en: 'Early stopping, least change',
    ko: '조기 종료, 최소 변화',
  },
  'training.checkpointEvery': { en: 'Keep every n-th checkpoint', ko: '체크포인트 간격' },
  seed: { en: 'Seed', ko: '시드' },
  device: { en: 'Device', ko: '장치' },
};

/** `Optimizer: Learning rate`; the place itself where nothing is known of it. */
export function settingLabel(where: string, specs: readonly ExperimentSpec[]): LocalizedText {
  const [, owner, option] = /^(.+)\.options\.(\w+)$/.exec(where) ?? [];
  const place = (owner ?? where).replace(/\[\d+\]/g, '');
  const known = labels[place] ?? { en: place, ko: place };
  if (owner === undefined || option === undefined) return known;
  const types = specs.map((spec) => typeAt(spec, owner));
  const label = Object.values(catalog)
    .flat()
    .filter(({ type }) => types.includes(type))
    .flatMap(({ options }) => options)
    .find(({ name }) => name === option)?.label;
  return {
    en: `${known.en}: ${label?.en ?? option}`,
    ko: `${known.ko}: ${label?.ko ?? option}`,
  };
}

function typeAt(spec: ExperimentSpec, place: string): unknown {
  const keys = place.split(/[.[\]]+/).filter((key) => key !== '');
  const found = keys.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    spec,
  );
  return (found as { readonly type?: unknown } | undefined)?.type;
}

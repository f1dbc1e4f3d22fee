/**
 * Layers that compute but do not help each other, and the places where the lecture would put one
 * more: dropout between an activation and the next layer, batch normalization between a layer and its
 * activation.
 *
 * Only neighbours in the same list are looked at, inside blocks too. Suggestions are made once, for
 * the whole model, and only where a model has none of the kind.
 */
import type { Problem } from '../contract/ExperimentReport.ts';
import { type LayerPath, layerPlace, walkLayers } from '../contract/layerPath.ts';
import type { LayerSpec } from '../contract/ModelSpec.ts';
import type { LocalizedText } from '../contract/primitives.ts';
import type { SpecFix } from '../contract/SpecEdit.ts';
import { insertWords, moveBehindWords, removeWords, replaceWords } from './fixes/words.ts';
import {
  batchNormEdits,
  batchNormInsteadEdits,
  dropoutEdits,
  dropoutPlaces,
  hiddenActivations,
  hiddenDropouts,
  insertion,
  isActivation,
  isBatchNorm,
  isDropout,
  removal,
} from './regularizerEdits.ts';

export function checkLayerOrder(layers: readonly LayerSpec[]): Problem[] {
  return [...listsOf(layers)].flatMap(({ outer, list }) => [
    ...list.flatMap((_, index) => checkPair(list, index, outer)),
    ...(outer.length === 0 ? [...lastDropout(list), ...suggestions(list)] : []),
  ]);
}

function* listsOf(layers: readonly LayerSpec[]) {
  yield { outer: [] as LayerPath, list: layers };
  for (const { layer, path } of walkLayers(layers)) {
    if (layer.layers) yield { outer: path, list: layer.layers };
  }
}

function checkPair(list: readonly LayerSpec[], index: number, outer: LayerPath): Problem[] {
  if (index === 0) return [];
  const [before, layer] = [list[index - 1], list[index]];
  const [path, pathBefore] = [
    [...outer, index],
    [...outer, index - 1],
  ];
  if (isActivation(before) && isActivation(layer)) {
    const message =
      `${layer.type} follows ${before.type}: two activations in a row learn no better than one. ` +
      `Remove one of them, or put a layer with weights between them.`;
    const fixes = [removeFix(path, layer), removeFix(pathBefore, before)];
    return [{ severity: 'warning', where: layerPlace(path), message, fixes }];
  }
  if (isDropout(before) && isBatchNorm(layer)) {
    const message =
      `Dropout stands right before ${layer.type}: the variance that it remembers in training is ` +
      'another one at inference. Remove Dropout.';
    const fixes = [removeFix(pathBefore, before)];
    return [{ severity: 'warning', where: layerPlace(pathBefore), message, fixes }];
  }
  if (isDropout(before) && isActivation(layer)) {
    const message = `Dropout belongs between the activation and the next layer, behind ${layer.type}.`;
    const fixes: SpecFix[] = [
      {
        label: moveBehindWords('Dropout', layer.type),
        edits: [removal(pathBefore), insertion(path, before)],
      },
    ];
    const explained = { rule: 'dropout-behind-activation', explanation: whyBehindActivation };
    const where = layerPlace(pathBefore);
    return [{ severity: 'suggestion', where, message, fixes, ...explained }];
  }
  return [];
}

const removeFix = (path: LayerPath, { type }: LayerSpec): SpecFix => ({
  label: removeWords(type),
  edits: [removal(path)],
});

function lastDropout(list: readonly LayerSpec[]): Problem[] {
  const last = list.length - 1;
  if (last < 0 || !isDropout(list[last])) return [];
  const message = 'Dropout at the end of the model drops its outputs. Remove Dropout.';
  const fixes = [removeFix([last], list[last])];
  return [{ severity: 'warning', where: layerPlace([last]), message, fixes }];
}

/** Only where none of the kind is anywhere, and hidden layers are. */
function suggestions(list: readonly LayerSpec[]): Problem[] {
  const all = [...walkLayers(list)].map(({ layer }) => layer);
  if (all.some(isBatchNorm)) return [];
  const [first] = hiddenActivations(list);
  if (first === undefined) return [];
  return [
    ...(all.some(isDropout) ? [] : suggestDropout(list)),
    suggestBatchNorm(list, first, hiddenDropouts(list)),
  ];
}

function suggestDropout(list: readonly LayerSpec[]): Problem[] {
  const [first] = dropoutPlaces(list);
  if (first === undefined) return [];
  const message =
    'Dropout between an activation and the next layer lowers the generalization error, and ' +
    'slows training down.';
  return [
    {
      severity: 'suggestion',
      where: layerPlace([first]),
      message,
      fixes: [{ label: insertWords('Dropout'), edits: dropoutEdits(list) }],
      rule: 'add-dropout',
      explanation: whyDropout,
    },
  ];
}

function suggestBatchNorm(
  list: readonly LayerSpec[],
  first: number,
  dropouts: readonly number[],
): Problem {
  const between: SpecFix = { label: insertWords('BatchNorm'), edits: batchNormEdits(list) };
  const instead: SpecFix = {
    label: replaceWords('Dropout', 'BatchNorm'),
    edits: batchNormInsteadEdits(list, dropouts),
  };
  return {
    severity: 'suggestion',
    where: layerPlace([first - 1]),
    message:
      'Batch normalization between a layer and its activation, or in place of dropout, lets a ' +
      'network train faster and with larger learning rates.',
    fixes: dropouts.length > 0 ? [instead] : [between],
    rule: 'add-batch-norm',
    explanation: whyBatchNorm,
  };
}

const whyDropout: LocalizedText = {
  en: 'Each node is dropped with probability p, drawn anew for each minibatch, so the network cannot rely on any single one. Training converges more slowly and ends at a higher training error; the gap to the validation error gets smaller. Worth it where a run overfits.',
  ko: '미니배치마다 각 노드를 확률 p로 드롭하므로 신경망이 특정 노드에 의존하지 않게 됩니다. 수렴이 느려지고 학습 오차는 커지지만 검증 오차와의 차이가 줄어듭니다. 오버피팅이 나타날 때 쓸 만합니다.',
};

const whyBehindActivation: LocalizedText = {
  en: 'Dropout decides which nodes the next layer sees, and a node is what the activation hands on. In front of the activation the zeros would still pass through it.',
  ko: '드롭아웃은 다음 계층이 어떤 노드를 볼지를 정하며, 노드의 값은 활성화 함수가 내보내는 값입니다. 활성화 함수 앞에 두면 0이 다시 활성화 함수를 거칩니다.',
};

const whyBatchNorm: LocalizedText = {
  en: 'Every feature is normalized over the minibatch, then scaled by γ and shifted by β, which are learned. The activation gets values of a steady scale, so gradients neither vanish nor explode as easily. It needs minibatches of more than one sample; at inference the running mean and variance are used.',
  ko: '각 특징을 미니배치에서 정규화한 뒤 학습되는 γ와 β로 스케일하고 이동합니다. 활성화 함수에 들어가는 값의 크기가 고르게 유지되어 그래디언트가 쉽게 사라지거나 폭발하지 않습니다. 미니배치에 샘플이 둘 이상 있어야 하며, 추론할 때는 이동 평균과 이동 분산을 씁니다.',
};

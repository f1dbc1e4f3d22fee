/** Layers that fit by their shapes but not by their meaning: in front of this loss, on these inputs. */
import type { DatasetKind } from '../contract/DatasetInfo.ts';
import type { Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { SpecFix } from '../contract/SpecEdit.ts';
import { removeWords } from './fixes/words.ts';
import { takesTokens } from './takesTokens.ts';

/** What a loss does itself with the last layer's output. */
const heldByLoss: Readonly<Record<string, readonly string[]>> = {
  CrossEntropyLoss: ['Softmax', 'Sigmoid'],
  BCEWithLogitsLoss: ['Sigmoid'],
};

export function checkLayerUse(spec: ExperimentSpec, kind: DatasetKind): Problem[] {
  return [...checkLogits(spec), ...checkTokens(spec, kind)];
}

function checkLogits({ model, loss }: ExperimentSpec): Problem[] {
  const last = model.layers.length - 1;
  const type = model.layers.at(-1)?.type;
  const held = Object.hasOwn(heldByLoss, loss.type) ? heldByLoss[loss.type] : [];
  if (type === undefined || !held.includes(type)) return [];
  const message =
    `${loss.type} takes logits: with ${type} in front of it the network learns slowly. ` +
    `Remove ${type}.`;
  const fixes: SpecFix[] = [
    { label: removeWords(type), edits: [{ edit: 'removeLayer', path: [last] }] },
  ];
  return [{ severity: 'warning', where: `model.layers[${last}]`, message, fixes }];
}

/** A vectorizer's token numbers are never scaled, whatever the normalization. */
function checkTokens({ model, preprocessing }: ExperimentSpec, kind: DatasetKind): Problem[] {
  const index = model.layers.findIndex(({ type }) => takesTokens(type));
  if (index === -1) return [];
  const { type } = model.layers[index];
  const { normalization } = preprocessing;
  if (index > 0 && model.layers.slice(0, index).some((layer) => layer.type !== 'Identity')) {
    const message = `${type} takes the token numbers of the dataset: it must be the first layer.`;
    return [{ severity: 'error', where: `model.layers[${index}]`, message }];
  }
  if (normalization === 'none' || kind === 'text') return [];
  const message =
    `${type} takes token numbers, which must not be scaled: normalization must be none. ` +
    `Received ${normalization}.`;
  return [{ severity: 'error', where: 'preprocessing.normalization', message }];
}

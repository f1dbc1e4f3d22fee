/** Layers that fit by their shapes but not by their meaning: in front of this loss, on these inputs. */
import type { DatasetKind } from '../contract/DatasetInfo.ts';
import type { Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { SpecFix } from '../contract/SpecEdit.ts';
import { removeWords } from './fixes/words.ts';
import { isActivation } from './regularizerEdits.ts';
import { takesTokens } from './takesTokens.ts';

interface LogitsLoss {
  /** What the loss does itself with the last layer's output. */
  readonly held: readonly string[];
  /** Activations behind which the loss is the same: log softmax of log softmax is itself. */
  readonly harmless: readonly string[];
}

const logitsLosses: Readonly<Record<string, LogitsLoss>> = {
  CrossEntropyLoss: { held: ['Softmax', 'Sigmoid'], harmless: ['LogSoftmax'] },
  BCEWithLogitsLoss: { held: ['Sigmoid'], harmless: [] },
};

export function checkLayerUse(spec: ExperimentSpec, kind: DatasetKind): Problem[] {
  return [...checkLogits(spec), ...checkTokens(spec, kind)];
}

function checkLogits({ model, loss }: ExperimentSpec): Problem[] {
  const last = model.layers.length - 1;
  const type = model.layers.at(-1)?.type;
  if (type === undefined || !Object.hasOwn(logitsLosses, loss.type)) return [];
  const { held, harmless } = logitsLosses[loss.type];
  const bends = isActivation({ type }) && !harmless.includes(type);
  if (!held.includes(type) && !bends) return [];
  const message = held.includes(type)
    ? `${loss.type} takes logits: with ${type} in front of it the network learns slowly. ` +
      `Remove ${type}.`
    : `${loss.type} takes logits as the last layer with weights gives them: ${type} in front of it ` +
      `cuts or bends them. Remove ${type}.`;
  const fixes: SpecFix[] = [
    { label: removeWords(type), edits: [{ edit: 'removeLayer', path: [last] }] },
  ];
  return [{ severity: 'warning', where: `model.layers[${last}]`, message, fixes }];
}

/**
 * Images are no tokens, and neither is what another vectorizer makes of a text. A table may hold
 * token numbers, as long as they are not scaled; a vectorizer's never are.
 */
function checkTokens({ model, preprocessing }: ExperimentSpec, kind: DatasetKind): Problem[] {
  const index = model.layers.findIndex(({ type }) => takesTokens(type));
  if (index === -1) return [];
  const { type } = model.layers[index];
  const error = (where: string, message: string): Problem[] => [
    { severity: 'error', where, message },
  ];
  const { normalization, text } = preprocessing;
  const at = `model.layers[${index}]`;
  if (kind === 'image') {
    return error(at, `${type} takes token numbers, and images have none. Remove ${type}.`);
  }
  if (kind === 'text' && text && text.vectorizer.type !== 'TokenIds') {
    return error(
      at,
      `${type} takes token numbers, and ${text.vectorizer.type} gives none. Choose the ` +
        `vectorizer TokenIds, or remove ${type}.`,
    );
  }
  const isBehind = model.layers.slice(0, index).some((layer) => layer.type !== 'Identity');
  const isScaled = kind === 'table' && normalization !== 'none';
  return [
    ...(isBehind
      ? error(at, `${type} takes the token numbers of the dataset: it must be the first layer.`)
      : []),
    ...(isScaled
      ? error(
          'preprocessing.normalization',
          `${type} takes token numbers, which must not be scaled: normalization must be none. ` +
            `Received ${normalization}.`,
        )
      : []),
  ];
}

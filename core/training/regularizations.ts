/**
 * The lecture's techniques against overfitting, as an experiment uses them.
 *
 * Each is turned on as the editor would suggest it, and off by taking out all of it, so that one
 * switch is one step to be undone, under its label.
 */
import { catalog } from '../catalog/catalog.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { walkLayers } from '../contract/layerPath.ts';
import type { LayerSpec } from '../contract/ModelSpec.ts';
import type { LocalizedText } from '../contract/primitives.ts';
import type { Regularization } from '../contract/Regularization.ts';
import type { SpecEdit, SpecFix } from '../contract/SpecEdit.ts';
import { insertWords, noAugmentationWords, removeWords, setWords } from './fixes/words.ts';
import {
  batchNormEdits,
  isBatchNorm,
  isDropout,
  removeEdits,
  wantedDropoutEdits,
} from './regularizerEdits.ts';

/** For optimizers that decay nothing unless told to. */
const USUAL_DECAY = 1e-4;
const USUAL_DROPOUT = 0.5;

export function regularizations(spec: ExperimentSpec): Regularization[] {
  return [weightDecay(spec), dropout(spec), batchNorm(spec), augmentation(spec)].filter(
    (one) => one !== null,
  );
}

/** Null for an optimizer that knows none. */
function weightDecay({ optimizer }: ExperimentSpec): Regularization | null {
  const option = catalog.optimizers
    .find(({ type }) => type === optimizer.type)
    ?.options.find(({ name }) => name === 'weightDecay');
  if (!option) return null;
  const usual = Number(option.default ?? 0);
  const value = Number(optimizer.options.weightDecay ?? usual);
  const at = ['optimizer', 'options', 'weightDecay'];
  const set = (next: number): SpecFix => ({
    label: setWords(option, next),
    edits: [{ edit: 'set', at, value: next === usual ? null : next }],
  });
  return {
    kind: 'weightDecay',
    isOn: value > 0,
    value,
    count: 0,
    paths: [],
    turnOn: set(usual > 0 ? usual : USUAL_DECAY),
    turnOff: set(0),
  };
}

function dropout({ model }: ExperimentSpec): Regularization {
  const found = layersLike(model.layers, isDropout);
  const rates = new Set(found.map(({ layer }) => Number(layer.options.p ?? USUAL_DROPOUT)));
  const [p = null] = rates.size === 1 ? rates : [];
  return {
    kind: 'dropout',
    ...foundOf(found),
    value: p,
    turnOn: fixOf(insertWords('Dropout'), wantedDropoutEdits(model.layers)),
    turnOff: fixOf(removeWords('Dropout'), removeEdits(model.layers, isDropout)),
  };
}

function batchNorm({ model }: ExperimentSpec): Regularization {
  return {
    kind: 'batchNorm',
    ...foundOf(layersLike(model.layers, isBatchNorm)),
    value: null,
    turnOn: fixOf(insertWords('BatchNorm'), batchNormEdits(model.layers)),
    turnOff: fixOf(removeWords('BatchNorm'), removeEdits(model.layers, isBatchNorm)),
  };
}

/** Which steps leave a label true, only a person knows. */
function augmentation(spec: ExperimentSpec): Regularization {
  const count = spec.augmentation.length;
  const none: SpecEdit[] = count > 0 ? [{ edit: 'set', at: ['augmentation'], value: [] }] : [];
  return {
    kind: 'augmentation',
    isOn: count > 0,
    value: null,
    count,
    paths: [],
    turnOn: null,
    turnOff: fixOf(noAugmentationWords, none),
  };
}

const layersLike = (layers: readonly LayerSpec[], is: (layer: LayerSpec) => boolean) =>
  [...walkLayers(layers)].filter(({ layer }) => is(layer));

function foundOf(found: ReturnType<typeof layersLike>) {
  const paths = found.map(({ path }) => [...path]);
  return { isOn: found.length > 0, count: found.length, paths };
}

const fixOf = (label: LocalizedText, edits: SpecEdit[]): SpecFix | null =>
  edits.length > 0 ? { label, edits } : null;

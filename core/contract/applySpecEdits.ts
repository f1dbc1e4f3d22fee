import type { ExperimentSpec } from './ExperimentSpec.ts';
import type { LayerSpec } from './ModelSpec.ts';
import type { SpecEdit } from './SpecEdit.ts';

/** The experiment with the edits made, one after the other; what they do not reach is shared. */
export function applySpecEdits(spec: ExperimentSpec, edits: readonly SpecEdit[]): ExperimentSpec {
  return edits.reduce(applyOne, spec);
}

function applyOne(spec: ExperimentSpec, edit: SpecEdit): ExperimentSpec {
  if (edit.edit === 'set') return setAt(spec, edit.at, edit.value) as ExperimentSpec;
  const layers = editLayers(spec.model.layers, edit.path, (list, at) => {
    if (edit.edit === 'insertLayer') return [...list.slice(0, at), edit.layer, ...list.slice(at)];
    if (edit.edit === 'removeLayer') return list.filter((_, index) => index !== at);
    return list.map((layer, index) =>
      index === at ? { ...layer, options: setOne(layer.options, edit.name, edit.value) } : layer,
    );
  });
  return { ...spec, model: { ...spec.model, layers: [...layers] } };
}

/** The list at the end of the path, changed at its last position. */
function editLayers(
  layers: readonly LayerSpec[],
  [at, ...inner]: readonly number[],
  change: (list: readonly LayerSpec[], at: number) => readonly LayerSpec[],
): readonly LayerSpec[] {
  if (at === undefined) return layers;
  if (inner.length === 0) return change(layers, at);
  return layers.map((layer, index) =>
    index === at ? { ...layer, layers: editLayers(layer.layers ?? [], inner, change) } : layer,
  );
}

function setAt(value: unknown, [key, ...rest]: readonly string[], wanted: unknown): unknown {
  if (key === undefined) return wanted;
  const object = (typeof value === 'object' && value !== null ? value : {}) as object;
  const before = Object.hasOwn(object, key) ? object[key as keyof typeof object] : undefined;
  return setOne(object, key, rest.length === 0 ? wanted : setAt(before, rest, wanted));
}

function setOne<T extends object>(object: T, key: string, value: unknown): T {
  const others = Object.entries(object).filter(([name]) => name !== key);
  // Keys keep their places, so that a document changes by one line.
  if (value === null) return Object.fromEntries(others) as T;
  return { ...object, [key]: value };
}

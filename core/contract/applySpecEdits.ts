import type { ExperimentSpec } from './ExperimentSpec.ts';
import type { LayerSpec } from './ModelSpec.ts';
import type { SpecEdit } from './SpecEdit.ts';

/**
 * The experiment with the edits made, one after the other; what they do not reach is shared. Groups
 * stay whole: what comes between two layers of one joins it, and the note on it is at its first
 * layer, whichever that becomes.
 */
export function applySpecEdits(spec: ExperimentSpec, edits: readonly SpecEdit[]): ExperimentSpec {
  return edits.reduce(applyOne, spec);
}

function applyOne(spec: ExperimentSpec, edit: SpecEdit): ExperimentSpec {
  if (edit.edit === 'set') return setAt(spec, edit.at, edit.value) as ExperimentSpec;
  const layers = editLayers(spec.model.layers, edit.path, (list, at) => {
    if (edit.edit === 'insertLayer') return inserted(list, at, edit.layer);
    if (edit.edit === 'removeLayer') return removed(list, at);
    return list.map((layer, index) =>
      index === at ? { ...layer, options: setOne(layer.options, edit.name, edit.value) } : layer,
    );
  });
  return { ...spec, model: { ...spec.model, layers: [...layers] } };
}

type Layers = readonly LayerSpec[];

function inserted(list: Layers, at: number, layer: LayerSpec): Layers {
  const one = placed(list, at, layer);
  const [before, behind] = [list[at - 1], list[at]];
  const isNowFirst = one.group === behind?.group && one.group !== before?.group;
  if (!isNowFirst || behind?.groupNote === undefined) {
    return [...list.slice(0, at), one, ...list.slice(at)];
  }
  const { groupNote, ...second } = behind;
  return [...list.slice(0, at), { ...one, groupNote }, second, ...list.slice(at + 1)];
}

/** The layer as it stands in the list: in the group around it, or in its own if that is beside it. */
function placed(list: Layers, at: number, layer: LayerSpec): LayerSpec {
  const [before, behind] = [list[at - 1]?.group, list[at]?.group];
  const around = before === behind ? before : undefined;
  const isThere = list.some(({ group }) => group === layer.group);
  const isBeside = before === layer.group || behind === layer.group;
  const group = around ?? (isThere && !isBeside ? undefined : layer.group);
  // A group that is in the list has its note there.
  const groupNote = group === layer.group && !isThere ? layer.groupNote : undefined;
  if (group === layer.group && groupNote === layer.groupNote) return layer;
  const { group: _, groupNote: __, ...alone } = layer;
  return {
    ...alone,
    ...(group !== undefined && { group }),
    ...(groupNote !== undefined && { groupNote }),
  };
}

function removed(list: Layers, at: number): Layers {
  const gone = list[at];
  const left = list.filter((_, index) => index !== at);
  const heir = [left[at], left[at - 1]].find((one) => one && one.group === gone?.group);
  if (gone?.groupNote === undefined || !heir) return left;
  return left.map((one) => (one === heir ? { ...one, groupNote: gone.groupNote } : one));
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

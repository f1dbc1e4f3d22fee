/**
 * Reads an experiment as far as it can be read: what a newer studio or a damaged disk put there is
 * left out, with its place and its value named, and what is then missing is the default.
 *
 * Nothing is guessed silently: a document of which anything was left out must not be saved in place
 * of what it came from.
 */
import { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { formatPath } from '../model/formatPath.ts';

export interface Salvaged {
  readonly spec: ExperimentSpec;
  /** One sentence for each thing that was left out; none for a sound document. */
  readonly losses: readonly string[];
}

/** More are not named one by one, and no document of ours can have so many. */
const MOST_LOSSES = 200;

/** Throws StudioError `invalid-experiment` for what is no experiment at all. */
export function salvageExperiment(document: unknown): Salvaged {
  if (!isObject(document) || document.format !== 'descent-experiment') {
    throw new StudioError('invalid-experiment', 'This is no experiment of the studio.', {
      where: 'format',
      hint: 'An experiment is a JSON object with "format": "descent-experiment".',
    });
  }
  const losses = newerVersion(document.version);
  const origins = createOrigins();
  let value: unknown = { ...document, version: 1 };
  for (;;) {
    const parsed = ExperimentSpec.safeParse(value);
    if (parsed.success) return { spec: parsed.data, losses };
    const [issue] = parsed.error.issues;
    if (!issue || losses.length >= MOST_LOSSES) throw tooDamaged(issue?.path);
    const path =
      issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    const mended = without(value, path);
    if (mended === null) throw tooDamaged(path);
    losses.push(lossOf(origins.of(mended.path), mended));
    if (mended.replacedBy === undefined) origins.leaveOut(mended.path);
    value = mended.value;
  }
}

function newerVersion(version: unknown): string[] {
  if (version === 1) return [];
  return [ofNewerStudio(version) ?? 'The experiment has no version. It is read as version 1.'];
}

/** What to say of a version that only a newer studio knows; null for any other. */
export function ofNewerStudio(version: unknown): string | null {
  if (typeof version !== 'number' || version <= 1) return null;
  return `The experiment has version ${version}, of a newer studio. This one knows version 1.`;
}

/**
 * Where things stood in the document as it was given: those that were left out of a list have moved
 * the rest of it.
 */
function createOrigins() {
  const leftOut = new Map<string, number[]>();
  const of = (path: readonly PropertyKey[]): PropertyKey[] => {
    const origin: PropertyKey[] = [];
    for (const key of path) {
      const gone = leftOut.get(JSON.stringify(origin)) ?? [];
      const before = (at: number, one: number) => (one <= at ? at + 1 : at);
      origin.push(typeof key === 'number' ? gone.reduce(before, key) : key);
    }
    return origin;
  };
  return {
    of,
    leaveOut(path: readonly PropertyKey[]): void {
      const origin = of(path);
      const [list, at] = [JSON.stringify(origin.slice(0, -1)), origin.at(-1)];
      if (typeof at !== 'number') return;
      leftOut.set(
        list,
        [...(leftOut.get(list) ?? []), at].sort((a, b) => a - b),
      );
    },
  };
}

/** `outFeatures of layer 2.0`, as layers are counted on the canvas; any other place by its path. */
function placeWords(path: readonly PropertyKey[]): string {
  const place = formatPath(path) ?? 'The experiment';
  const [whole, rest = ''] = /^model((?:\.layers\[\d+\])+)/.exec(place) ?? [];
  if (whole === undefined) return place;
  const layer = [...rest.matchAll(/\d+/g)].join('.');
  const part = place.slice(whole.length).replace(/^\.(?:options\.)?/, '');
  return part === '' ? `Layer ${layer}` : `${part} of layer ${layer}`;
}

function lossOf(path: readonly PropertyKey[], { lost, replacedBy }: Mended): string {
  const place = placeWords(path);
  const end =
    replacedBy === undefined ? 'It is left out.' : `${shown(replacedBy)} stands there instead.`;
  return lost === undefined
    ? `${place} is missing. ${end}`
    : `${place} cannot be read: ${shown(lost)}. ${end}`;
}

/** What has no default in the schema. */
const fallbacks: Readonly<Record<string, unknown>> = {
  name: 'Experiment',
  dataset: 'unknown',
  model: { layers: [] },
  'model.layers': [],
  loss: { type: 'CrossEntropyLoss', options: {} },
  optimizer: { type: 'SGD', options: {} },
  training: { batchSize: 32, epochs: 1 },
  'training.batchSize': 32,
  'training.epochs': 1,
};

interface Mended {
  /** Of what was left out or replaced, which may be more than what was wrong. */
  readonly path: readonly PropertyKey[];
  readonly value: unknown;
  readonly lost: unknown;
  readonly replacedBy: unknown;
}

/** The document without what stands at the path: the schema's default, or ours, comes in its place. */
function without(value: unknown, path: readonly PropertyKey[]): Mended | null {
  if (path.length === 0) return null;
  const place = formatPath(path) ?? '';
  const lost = at(value, path);
  const fallback = fallbacks[place];
  if (fallback !== undefined && JSON.stringify(lost) !== JSON.stringify(fallback)) {
    return { path, value: put(value, path, fallback), lost, replacedBy: fallback };
  }
  // What is missing and has no default takes along what it belongs to.
  if (lost === undefined) return without(value, path.slice(0, -1));
  return { path, value: put(value, path, undefined), lost, replacedBy: undefined };
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (one, key) => (isObject(one) && Object.hasOwn(one, key) ? one[key as string] : undefined),
    value,
  );
}

/** Undefined takes out, of a list too. */
function put(value: unknown, [key, ...rest]: readonly PropertyKey[], wanted: unknown): unknown {
  if (key === undefined) return wanted;
  const inner = put(at(value, [key]), rest, wanted);
  if (Array.isArray(value)) {
    return value.flatMap((one, index) =>
      index !== key ? [one] : inner === undefined ? [] : [inner],
    );
  }
  const others = Object.entries(isObject(value) ? value : {}).filter(([name]) => name !== key);
  return Object.fromEntries(inner === undefined ? others : [...others, [key, inner]]);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** At most 60 characters of JSON. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function tooDamaged(path: readonly PropertyKey[] | undefined): StudioError {
  return new StudioError('invalid-experiment', 'Too little of the experiment can be read.', {
    where: formatPath(path ?? []),
    hint: 'The file is as it was. Open a copy of it, or make a new experiment.',
  });
}

/**
 * The name of an edit that brings none along, by what differs in the document: whoever changes a
 * setting need not know that changes have names.
 */
import type { EditName } from '../../core/contract/EditName.ts';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';

type Place = readonly string[];

export function nameOfEdit(before: ExperimentSpec, after: ExperimentSpec): EditName {
  const places = changedPlaces(before, after);
  const common = commonPlace(places);
  if (common[0] === 'model') return nameOfLayerEdit(places, after);
  const options = optionAt(common, after);
  if (options) return { edit: 'option', ...options, count: 1 };
  const place = common.filter((key) => !/^\d+$/.test(key)).join('.');
  return place === '' ? { edit: 'settings' } : { edit: 'setting', place };
}

/** The same option of layers of one type has a name; anything else is an edit of the network. */
function nameOfLayerEdit(places: readonly Place[], after: ExperimentSpec): EditName {
  const options = places.map((place) => optionAt(place, after));
  const [first] = options;
  const isSame = options.every((one) => one?.type === first?.type && one?.option === first?.option);
  const layers = new Set(places.map((place) => place.slice(0, place.indexOf('options')).join('.')));
  return first && isSame ? { edit: 'option', ...first, count: layers.size } : { edit: 'network' };
}

/** The component and its option that `place` lies in. */
function optionAt(place: Place, spec: ExperimentSpec) {
  const at = place.indexOf('options');
  const option = place[at + 1];
  if (at < 0 || option === undefined) return null;
  const owner = place.slice(0, at).reduce<unknown>(valueAt, spec);
  const type = valueAt(owner, 'type');
  return typeof type === 'string' ? { type, option } : null;
}

/** The innermost places where the two differ. */
function changedPlaces(before: unknown, after: unknown, place: Place = []): Place[] {
  if (Object.is(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [place];
  if (Array.isArray(before) !== Array.isArray(after)) return [place];
  if (Array.isArray(before) && before.length !== valueAt(after, 'length')) return [place];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    changedPlaces(valueAt(before, key), valueAt(after, key), [...place, key]),
  );
}

function commonPlace([first = [], ...others]: readonly Place[]): Place {
  const end = first.findIndex((key, depth) => others.some((place) => place[depth] !== key));
  return end < 0 ? first : first.slice(0, end);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const valueAt = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key as keyof typeof value] : undefined;

/**
 * Where two experiments differ: every setting with another value, and the layers side by side.
 *
 * Defaults count: an option that is left out is the same as its default written down.
 */
import { catalog } from '../../catalog/catalog.ts';
import type {
  ExperimentComparison,
  SettingDifference,
  SettingSide,
} from '../../contract/ExperimentComparison.ts';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { LayerSpec } from '../../contract/ModelSpec.ts';
import { alignLayers } from './alignLayers.ts';
import { settingLabel } from './settingLabel.ts';

export function compareExperiments(
  first: ExperimentSpec,
  second: ExperimentSpec,
): ExperimentComparison {
  const [a, b] = [settingsOf(first), settingsOf(second)];
  const places = [...new Set([...a.keys(), ...b.keys()])];
  const settings = places.flatMap((where): SettingDifference[] => {
    const [left, right] = [a.get(where) ?? null, b.get(where) ?? null];
    if (isSame(left, right) || isInsideOfOneSide(where, a, b)) return [];
    return [{ where, label: settingLabel(where, [first, second]), first: left, second: right }];
  });
  const layers = alignLayers(
    first.model.layers.map(withoutDefaults),
    second.model.layers.map(withoutDefaults),
  );
  return { settings, layers };
}

/** Options of what only one of them has go without saying. */
function isInsideOfOneSide(
  where: string,
  a: ReadonlyMap<string, SettingSide>,
  b: ReadonlyMap<string, SettingSide>,
): boolean {
  const [, owner] = /^(.+)\.options\.\w+$/.exec(where) ?? [];
  return owner !== undefined && a.has(owner) !== b.has(owner);
}

/** Every value, by its place, in the order of the document. */
function settingsOf({
  format,
  version,
  name,
  model,
  ...spec
}: ExperimentSpec): Map<string, SettingSide> {
  const found = new Map<string, SettingSide>();
  const visit = (value: unknown, place: string): void => {
    if (isComponent(value)) {
      found.set(place, value.type);
      visit(completed(value), `${place}.options`);
    } else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value))
        visit(inner, place ? `${place}.${key}` : key);
    } else if (Array.isArray(value) && value.some(isObject)) {
      for (const [index, inner] of value.entries()) visit(inner, `${place}[${index}]`);
    } else if (value !== undefined && !(Array.isArray(value) && value.length === 0)) {
      // Nothing else is left of what the schema allows.
      found.set(place, value as SettingSide);
    }
  };
  visit(spec, '');
  return found;
}

const isSame = (a: SettingSide, b: SettingSide) => JSON.stringify(a) === JSON.stringify(b);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isComponent = (value: unknown): value is LayerSpec =>
  isObject(value) && typeof value.type === 'string' && isObject(value.options);

/** Options with the defaults of the catalog, in its order; those that it does not know behind. */
function completed({ type, options }: LayerSpec): LayerSpec['options'] {
  const known = Object.values(catalog)
    .flat()
    .find((one) => one.type === type);
  const defaults = (known?.options ?? []).flatMap(({ name, default: usual }) =>
    usual === undefined ? [] : [[name, usual] as const],
  );
  return { ...Object.fromEntries(defaults), ...options };
}

/** Without what is a default anyway, so that two layers that compute the same are alike. */
function withoutDefaults({ type, options, layers }: LayerSpec): LayerSpec {
  const known = catalog.layers.find((one) => one.type === type);
  const given = Object.entries(options).filter(([name, value]) => {
    const usual = known?.options.find((option) => option.name === name)?.default;
    return JSON.stringify(usual) !== JSON.stringify(value);
  });
  return {
    type,
    options: Object.fromEntries(given),
    ...(layers && { layers: layers.map(withoutDefaults) }),
  };
}

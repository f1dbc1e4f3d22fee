/**
 * A network from PyTorch's text: `nn.Sequential(nn.Linear(300, 200), nn.LeakyReLU(), ...)`, or what
 * `print(model)` shows of it.
 *
 * The catalog says what may stand there; see pytorchArguments.ts. Nothing is run: the text is read,
 * and whatever it says beyond a list of layers is an error with its place.
 */
import {
  type LayerSpec,
  LONGEST_NAME,
  MOST_LAYERS,
  MOST_NESTED,
  type ModelSpec,
} from '../../contract/ModelSpec.ts';
import { layerDefinitions } from '../../layers/registry.ts';
import { descriptorOf, layerFromCall, layerName } from './layerFromCall.ts';
import { type PythonArgument, type PythonCall, parsePython } from './parsePython.ts';
import { sequentialOfClass } from './sequentialOfClass.ts';
import { textError } from './textError.ts';

/**
 * Layers with the options that the text gives; a name in front (`net = `), imports, comments and
 * trailing commas are fine, and so are layers alone with commas between them, and a class that only
 * calls its one Sequential (sequentialOfClass.ts). The layers of a Sequential inside another stand in a row with the rest;
 * printed under a name they are a group of it, and `(0-2): 3 x` is three layers. `print` leaves out what PyTorch's classes leave out
 * of their text (AvgPool2d its ceil_mode and count_include_pad), which is then the default.
 *
 * Throws StudioError `invalid-model`: `Line 3, column 5: There is no layer "Lineer".`, with `where`
 * `line 3, column 5`.
 */
export function parseSequential(text: string): ModelSpec {
  const value = parsePython(sequentialOfClass(text) ?? text);
  if (value.kind === 'list' || (value.kind === 'call' && isLayer(value))) {
    const values = value.kind === 'list' ? value.items : [value];
    const items = values.map((one) => ({ name: null, value: one, place: one.place }));
    return { layers: parseLayers({ ...value, arguments: items }, 0) };
  }
  if (value.kind !== 'call' || !isSequential(value)) {
    throw textError(
      value.place,
      'Expected nn.Sequential(...).',
      value.kind === 'call' && value.arguments.some(({ child }) => child !== undefined)
        ? 'Printed text shows which layers such a class holds, not how it calls them: paste a Sequential of it alone.'
        : 'Paste the list of layers alone, without the class or the loop around it.',
    );
  }
  return { layers: parseLayers(value, 0) };
}

const isSequential = ({ name }: PythonCall) => layerName(name) === 'Sequential';

const isLayer = ({ name }: PythonCall) =>
  layerDefinitions.some(({ descriptor }) => descriptor.type === layerName(name));

type Held = Pick<PythonCall, 'place' | 'arguments'>;

/** The pairs of `OrderedDict([("fc", nn.Linear(4, 3)), ...])` as `print` shows them: `(fc): ...`. */
function pairsOf({ place, arguments: items }: PythonCall): PythonArgument[] {
  const [list, ...more] = items;
  if (list?.value.kind !== 'list' || list.name !== null || more.length > 0) {
    throw textError(place, 'OrderedDict needs a list of pairs, each of a name and a layer.');
  }
  return list.value.items.map((pair) => {
    const [name, value] = pair.kind === 'list' ? pair.items : [];
    if (pair.kind !== 'list' || pair.items.length !== 2 || name?.kind !== 'string') {
      throw textError(pair.place, 'OrderedDict needs a list of pairs, each of a name and a layer.');
    }
    return { name: null, child: name.value, value, place: value.place };
  });
}

/** Null where nothing but plain arguments stand there. */
function orderedDict(items: readonly PythonArgument[]): PythonCall | null {
  const [{ name, value } = { name: '', value: null }, ...more] = items;
  if (value?.kind !== 'call' || name !== null || more.length > 0) return null;
  return /^(?:collections\.)?OrderedDict$/.test(value.name) ? value : null;
}

/** What `call` holds, as one list. */
function parseLayers(
  { place, arguments: given }: Held,
  depth: number,
  group: string | undefined = undefined,
): LayerSpec[] {
  const named = orderedDict(given);
  const items = named ? pairsOf(named) : given;
  if (items.length === 0) throw textError(place, 'nn.Sequential needs at least one layer.');
  const layers: LayerSpec[] = [];
  for (const item of items) {
    const parsed = parseItem(item, depth, group);
    const { times = 1 } = item;
    // Before they are repeated: a short text can stand for more than the memory holds.
    const count = layers.length + times * parsed.length;
    if (count > MOST_LAYERS) {
      throw textError(
        item.place,
        `nn.Sequential must have at most ${MOST_LAYERS} layers. Received ${count} or more.`,
      );
    }
    for (let time = 0; time < times; time++) layers.push(...parsed);
  }
  return layers;
}

/** The outermost name of a block groups its layers: groups do not hold groups. */
function parseItem(
  { name, child, times, value, place }: PythonArgument,
  depth: number,
  group: string | undefined,
): LayerSpec[] {
  if (name !== null) throw textError(place, 'Layers stand without names.');
  if (value.kind !== 'call') {
    throw textError(place, 'Expected a layer such as nn.Linear(300, 200).');
  }
  if (depth > MOST_NESTED) throw textError(place, `Layers may nest ${MOST_NESTED} times.`);
  const isNumbered = times !== undefined || /^\d+$/.test(child ?? '');
  const given = isNumbered ? undefined : child?.slice(0, LONGEST_NAME);
  if (isSequential(value)) return parseLayers(value, depth, group ?? given);
  return [
    {
      ...parseLayer(value, depth),
      ...(group !== undefined && { group }),
      ...(given !== undefined && { name: given }),
    },
  ];
}

function parseLayer(call: PythonCall, depth: number): LayerSpec {
  if (!descriptorOf(call).holdsLayers) return layerFromCall(call);
  const held = call.arguments.filter(({ name }) => name === null);
  if (held.length === 0)
    throw textError(call.place, `${layerName(call.name)} needs layers inside.`);
  const options = call.arguments.filter(({ name }) => name !== null);
  return {
    ...layerFromCall({ ...call, arguments: options }),
    layers: parseLayers({ ...call, arguments: held }, depth + 1),
  };
}

/**
 * A network from PyTorch's text: `nn.Sequential(nn.Linear(300, 200), nn.LeakyReLU(), ...)`.
 *
 * The catalog says what may stand there; see pytorchArguments.ts. Nothing is run: the text is read,
 * and whatever it says beyond a list of layers is an error with its place.
 */
import { type LayerSpec, MOST_NESTED, type ModelSpec } from '../../contract/ModelSpec.ts';
import { descriptorOf, layerFromCall, layerName } from './layerFromCall.ts';
import { type PythonArgument, parsePython } from './parsePython.ts';
import { textError } from './textError.ts';

const MOST_LAYERS = 1000;

/**
 * Layers with the options that the text gives; a name in front (`net = `), imports, comments and
 * trailing commas are fine.
 *
 * Throws StudioError `invalid-model`: `Line 3, column 5: There is no layer "Lineer".`, with `where`
 * `line 3, column 5`.
 */
export function parseSequential(text: string): ModelSpec {
  const value = parsePython(text);
  if (value.kind !== 'call' || layerName(value.name) !== 'Sequential') {
    throw textError(
      value.place,
      'Expected nn.Sequential(...).',
      'Paste the list of layers alone, without the class or the loop around it.',
    );
  }
  if (value.arguments.length === 0) {
    throw textError(value.place, 'nn.Sequential needs at least one layer.');
  }
  if (value.arguments.length > MOST_LAYERS) {
    throw textError(
      value.arguments[MOST_LAYERS].place,
      `nn.Sequential must have at most ${MOST_LAYERS} layers. Received ${value.arguments.length}.`,
    );
  }
  return { layers: value.arguments.map((argument) => parseLayer(argument, 0)) };
}

function parseLayer({ name, value, place }: PythonArgument, depth: number): LayerSpec {
  if (name !== null) throw textError(place, 'Layers stand without names.');
  if (value.kind !== 'call') {
    throw textError(place, 'Expected a layer such as nn.Linear(300, 200).');
  }
  if (depth > MOST_NESTED) throw textError(place, `Layers may nest ${MOST_NESTED} times.`);
  if (layerName(value.name) === 'Sequential') {
    throw textError(
      place,
      'nn.Sequential inside nn.Sequential is not supported.',
      'Write its layers in a row with the others.',
    );
  }
  if (!descriptorOf(value).holdsLayers) return layerFromCall(value);
  const isLayer = ({ name: named }: PythonArgument) => named === null;
  const held = value.arguments.filter(isLayer);
  if (held.length === 0) throw textError(place, `${layerName(value.name)} needs layers inside.`);
  const options = value.arguments.filter((argument) => !isLayer(argument));
  return {
    ...layerFromCall({ ...value, arguments: options }),
    layers: held.map((argument) => parseLayer(argument, depth + 1)),
  };
}

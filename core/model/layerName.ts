import type { LocalizedText } from '../contract/primitives.ts';
import type { LayerPath } from './layerPath.ts';

/** A layer in a sentence, counted from 1 as people do: `layer 3 (ReLU)`, `layer 3.1 (Linear)`. */
export function layerName(path: LayerPath, type: string): LocalizedText {
  const number = path.map((index) => index + 1).join('.');
  return { en: `layer ${number} (${type})`, ko: `계층 ${number}(${type})` };
}

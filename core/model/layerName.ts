import type { LayerPath } from '../contract/layerPath.ts';
import type { LocalizedText } from '../contract/primitives.ts';

/**
 * A layer in a sentence, counted from 0 as the names of its parameters do and the model screen:
 * `layer 2 (ReLU)`, `layer 2.0 (Linear)`.
 */
export function layerName(path: LayerPath, type: string): LocalizedText {
  const number = path.join('.');
  return { en: `layer ${number} (${type})`, ko: `계층 ${number}(${type})` };
}

import type { LayerSpec } from './ModelSpec.ts';

/** Names, groups and notes of layers are for people: nothing that is trained depends on them. */
export function withoutMarks({ type, options, layers }: LayerSpec): LayerSpec {
  return { type, options, ...(layers && { layers: layers.map(withoutMarks) }) };
}

/** Every gradient clipping of the studio. */
import { findDefinition } from '../catalog/findDefinition.ts';
import { ClipGradNorm } from './ClipGradNorm.ts';
import { ClipGradValue } from './ClipGradValue.ts';
import type { ClippingDefinition } from './ClippingDefinition.ts';

export const clippingDefinitions: readonly ClippingDefinition[] = [ClipGradNorm, ClipGradValue];

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function clippingDefinition(type: string, where: string): ClippingDefinition {
  return findDefinition('gradient clipping', clippingDefinitions, type, where);
}

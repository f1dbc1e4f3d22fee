/** Every loss of the studio. A new loss is a file beside this one and a line here. */
import { findDefinition } from '../catalog/findDefinition.ts';
import { CrossEntropyLoss } from './CrossEntropyLoss.ts';
import type { LossDefinition } from './LossDefinition.ts';
import { MSELoss } from './MSELoss.ts';

export const lossDefinitions: readonly LossDefinition[] = [CrossEntropyLoss, MSELoss];

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function lossDefinition(type: string, where: string): LossDefinition {
  return findDefinition('loss', lossDefinitions, type, where);
}

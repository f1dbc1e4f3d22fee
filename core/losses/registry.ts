/** Every loss of the studio. A new loss is a file beside this one and a line here. */
import { findDefinition } from '../catalog/findDefinition.ts';
import { BCEWithLogitsLoss } from './BCEWithLogitsLoss.ts';
import { CrossEntropyLoss } from './CrossEntropyLoss.ts';
import { HuberLoss } from './HuberLoss.ts';
import { L1Loss } from './L1Loss.ts';
import type { LossDefinition } from './LossDefinition.ts';
import { MSELoss } from './MSELoss.ts';
import { SmoothL1Loss } from './SmoothL1Loss.ts';

export const lossDefinitions: readonly LossDefinition[] = [
  CrossEntropyLoss,
  BCEWithLogitsLoss,
  MSELoss,
  L1Loss,
  SmoothL1Loss,
  HuberLoss,
];

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function lossDefinition(type: string, where: string): LossDefinition {
  return findDefinition('loss', lossDefinitions, type, where);
}

/** Every optimizer of the studio. A new optimizer is a file beside this one and a line here. */
import { findDefinition } from '../catalog/findDefinition.ts';
import { Adam } from './Adam.ts';
import type { OptimizerDefinition } from './OptimizerDefinition.ts';
import { SGD } from './SGD.ts';

export const optimizerDefinitions: readonly OptimizerDefinition[] = [SGD, Adam];

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function optimizerDefinition(type: string, where: string): OptimizerDefinition {
  return findDefinition('optimizer', optimizerDefinitions, type, where);
}

/** Every optimizer of the studio. A new optimizer is a file beside this one and a line here. */
import { findDefinition } from '../catalog/findDefinition.ts';
import { Adadelta } from './Adadelta.ts';
import { Adagrad } from './Adagrad.ts';
import { Adam } from './Adam.ts';
import { Adamax } from './Adamax.ts';
import { AdamW } from './AdamW.ts';
import { NAdam } from './NAdam.ts';
import type { OptimizerDefinition } from './OptimizerDefinition.ts';
import { RMSprop } from './RMSprop.ts';
import { SGD } from './SGD.ts';

export const optimizerDefinitions: readonly OptimizerDefinition[] = [
  SGD,
  Adam,
  AdamW,
  NAdam,
  Adamax,
  RMSprop,
  Adagrad,
  Adadelta,
];

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function optimizerDefinition(type: string, where: string): OptimizerDefinition {
  return findDefinition('optimizer', optimizerDefinitions, type, where);
}

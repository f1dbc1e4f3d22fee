/** Every initialisation of the studio. */
import { findDefinition } from '../catalog/findDefinition.ts';
import { Default } from './Default.ts';
import type { InitializationDefinition } from './InitializationDefinition.ts';
import { KaimingNormal } from './KaimingNormal.ts';
import { KaimingUniform } from './KaimingUniform.ts';
import { XavierNormal } from './XavierNormal.ts';
import { XavierUniform } from './XavierUniform.ts';

export const initializationDefinitions: readonly InitializationDefinition[] = [
  Default,
  XavierUniform,
  XavierNormal,
  KaimingUniform,
  KaimingNormal,
];

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function initializationDefinition(type: string, where: string): InitializationDefinition {
  return findDefinition('initialization', initializationDefinitions, type, where);
}

/** Every schedule and warm-up of the studio. A new one is a file beside this and a line here. */
import { findDefinition } from '../catalog/findDefinition.ts';
import { Constant } from './Constant.ts';
import { CosineAnnealingLR } from './CosineAnnealingLR.ts';
import { ExponentialLR } from './ExponentialLR.ts';
import { LinearLR } from './LinearLR.ts';
import { MultiStepLR } from './MultiStepLR.ts';
import { OneCycleLR } from './OneCycleLR.ts';
import { ReduceLROnPlateau } from './ReduceLROnPlateau.ts';
import type { ScheduleDefinition } from './ScheduleDefinition.ts';
import { StepLR } from './StepLR.ts';
import type { WarmupDefinition } from './WarmupDefinition.ts';

export const scheduleDefinitions: readonly ScheduleDefinition[] = [
  Constant,
  StepLR,
  MultiStepLR,
  ExponentialLR,
  CosineAnnealingLR,
  OneCycleLR,
  ReduceLROnPlateau,
];

export const warmupDefinitions: readonly WarmupDefinition[] = [LinearLR];

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function scheduleDefinition(type: string, where: string): ScheduleDefinition {
  return findDefinition('schedule', scheduleDefinitions, type, where);
}

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function warmupDefinition(type: string, where: string): WarmupDefinition {
  return findDefinition('warm-up', warmupDefinitions, type, where);
}

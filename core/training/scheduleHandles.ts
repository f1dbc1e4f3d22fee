import { parseOptions } from '../catalog/parseOptions.ts';
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { Options } from '../contract/ModelSpec.ts';
import type { LearningRateHandle } from '../contract/SchedulePreview.ts';
import { prepareOptimizer } from '../optimizers/prepareOptimizer.ts';
import type { CurveLayout, LearningRateAt } from '../schedules/learningRateSchedule.ts';
import { scheduleDefinition, warmupDefinition } from '../schedules/registry.ts';
import type { ScheduleHandle } from '../schedules/ScheduleHandle.ts';

/** What can be taken hold of in the curve of an experiment whose options have been checked. */
export function scheduleHandles(
  { optimizer, schedule, warmup }: ExperimentSpec,
  layout: CurveLayout,
  rateAt: LearningRateAt,
): LearningRateHandle[] {
  const prepared = prepareOptimizer(optimizer);
  const { learningRate } = prepared.options;
  const { descriptor, handles } = scheduleDefinition(schedule.type, 'schedule');
  const options = parseOptions(descriptor, schedule.options, 'schedule');
  const scheduled = handles?.(options, { learningRate, steps: layout.steps, validationLosses: [] });
  const along: Along = {
    part: 'schedule',
    descriptor,
    options,
    offset: layout.warmupIterations,
    stepLength: layout.scheduleStep,
  };
  const place = (one: ScheduleHandle, where: Along) => placed(one, where, layout, rateAt);
  return [
    peakHandle(prepared.definition.descriptor, prepared.options, layout, rateAt),
    ...(scheduled ?? []).map((one) => place(one, along)),
    ...(warmup ? warmupHandles(warmup, layout, rateAt(layout.warmupIterations + 1)) : []).map(
      ({ handle, ...where }) => place(handle, where),
    ),
  ].filter((one) => one !== null);
}

interface Along {
  readonly part: 'schedule' | 'warmup';
  readonly descriptor: ComponentDescriptor;
  readonly options: Readonly<Options>;
  /** Iterations before its first step. */
  readonly offset: number;
  readonly stepLength: number;
}

/** The optimizer's own learning rate, where the curve is highest. */
function peakHandle(
  descriptor: ComponentDescriptor,
  options: Readonly<Options>,
  { iterations, warmupIterations }: CurveLayout,
  rateAt: LearningRateAt,
): LearningRateHandle | null {
  let peak = warmupIterations + 1;
  const stride = Math.max(1, Math.floor(iterations / 1000));
  for (let at = peak; at <= iterations; at += stride) if (rateAt(at) > rateAt(peak)) peak = at;
  const value = Number(options.learningRate);
  return handleOf(descriptor, ['optimizer', 'options', 'learningRate'], {
    name: 'learningRate',
    value,
    list: null,
    axis: 'rate',
    iteration: peak,
    learningRate: rateAt(peak),
    origin: 0,
    scale: value / rateAt(peak),
    power: 1,
  });
}

/** All warm-ups have a length, held in the middle of the rise; a start where the run begins. */
function warmupHandles(
  { type, options: given }: NonNullable<ExperimentSpec['warmup']>,
  { warmupStep }: CurveLayout,
  full: number,
) {
  const { descriptor } = warmupDefinition(type, 'warmup');
  const options = parseOptions(descriptor, given, 'warmup');
  const where: Along = { part: 'warmup', descriptor, options, offset: 0, stepLength: warmupStep };
  const middle = Number(options.length) / 2;
  const handles: ScheduleHandle[] = [
    { option: 'length', axis: 'step', step: middle, factor: 2 },
    { option: 'startFactor', axis: 'rate', step: 0, factor: 1 / full },
  ];
  return handles.filter(({ option }) => option in options).map((handle) => ({ ...where, handle }));
}

function placed(
  { option: name, index, axis, step, factor, origin = 0, power = 1 }: ScheduleHandle,
  { part, descriptor, options, offset, stepLength }: Along,
  { iterations }: CurveLayout,
  rateAt: LearningRateAt,
): LearningRateHandle | null {
  const iteration = Math.round(1 + offset + step * stepLength);
  if (iteration > iterations) return null;
  const given = options[name];
  const learningRate = rateAt(iteration);
  const isStep = axis === 'step';
  const list = Array.isArray(given) ? given.map(Number) : null;
  const followed = isStep ? step * factor : ((learningRate - origin) * factor) ** power;
  const value = list && index !== undefined ? list[index] : given;
  return handleOf(descriptor, [part, 'options', name], {
    name,
    // An option that is inferred has no value of its own.
    value: typeof value === 'number' ? value : followed,
    list: list && index !== undefined ? { values: list, index } : null,
    axis: isStep ? 'iteration' : 'rate',
    iteration,
    learningRate,
    origin: isStep ? 1 + offset : origin,
    scale: isStep ? factor / stepLength : factor,
    power,
  });
}

type Held = Omit<
  LearningRateHandle,
  'at' | 'label' | 'minimum' | 'isAboveMinimum' | 'maximum' | 'isWhole'
> & {
  readonly name: string;
};

function handleOf(
  { options }: ComponentDescriptor,
  at: string[],
  { name, ...held }: Held,
): LearningRateHandle | null {
  const option = options.find((one) => one.name === name);
  if (!option || !Number.isFinite(held.scale)) return null;
  const { minimum = 0, maximum = null, minimumExclusive = false } = option.range ?? {};
  const isWhole = option.kind === 'integer' || option.kind === 'integers';
  return {
    ...{ ...held, at, label: option.label, isWhole },
    ...{ minimum, isAboveMinimum: minimumExclusive, maximum },
  };
}

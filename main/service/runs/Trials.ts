/**
 * Tries experiments in trainer processes of their own, before any run is made of them.
 *
 * A trial that was given a name is told of by that name and can be cancelled, also while its dataset
 * is still looked for.
 */
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../../core/contract/StudioEvent.ts';
import { datasetFileOf, obtainDataset } from '../library/findDataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { checkSpec } from './checkSpec.ts';
import { refuseProblems } from './refuseProblems.ts';
import type { TrialJob, TrialWatch } from './TrainerJobs.ts';
import { executorFor } from './trainJobOf.ts';

export interface Trial {
  readonly spec: ExperimentSpec;
  readonly trial?: string | undefined;
}

export interface Trials {
  /**
   * Throws StudioError: `cancelled`, `invalid-experiment` for one that cannot be trained; where
   * `needs` is `split`, the job itself refuses one that cannot be split.
   */
  run<Result>(
    trial: Trial,
    work: (job: TrialJob, watch: TrialWatch) => Promise<Result>,
    needs?: 'training' | 'split',
  ): Promise<Result>;
  /** Does nothing when there is none of that name. */
  cancel(name: string): void;
}

export function createTrials(context: ServiceContext): Trials {
  const running = new Map<string, AbortController>();

  async function jobOf(spec: ExperimentSpec, needs: 'training' | 'split'): Promise<TrialJob> {
    if (needs === 'training') refuseProblems((await checkSpec(context, spec)).report);
    const dataset = datasetFileOf(context, await obtainDataset(context, spec));
    return { spec, dataset, executor: executorFor(spec) };
  }

  return {
    async run({ spec, trial }, work, needs = 'training') {
      if (trial !== undefined && running.has(trial)) {
        throw new StudioError('already-exists', `Trial "${trial}" is in work.`, { where: 'trial' });
      }
      const controller = new AbortController();
      if (trial !== undefined) running.set(trial, controller);
      const watch: TrialWatch = {
        signal: controller.signal,
        tell(progress) {
          if (trial !== undefined) context.emit(eventOf(trial, progress));
        },
      };
      try {
        return await work(await jobOf(spec, needs), watch);
      } finally {
        if (trial !== undefined) running.delete(trial);
      }
    },
    cancel: (name) => running.get(name)?.abort(),
  };
}

function eventOf(trial: string, progress: Parameters<TrialWatch['tell']>[0]): StudioEvent {
  if (progress.kind === 'leakage-progress') {
    const { search, step, steps } = progress;
    return { event: 'leakage.progress', trial, kind: search, step, steps };
  }
  const { kind, ...told } = progress;
  return { event: 'trial.progress', trial, ...told };
}

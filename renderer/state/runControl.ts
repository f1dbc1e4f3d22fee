/**
 * What a person asks of a run that trains. The answer comes when the trainer has done it, and what
 * the run is doing then comes from its events; until then the run is busy with the question.
 */
import { create } from 'zustand';
import type { StudioMethod, StudioParams } from '../../core/contract/StudioApi.ts';
import { request } from '../studio.ts';

interface RunControlState {
  /** Runs that have been asked for something that is not done yet. */
  readonly asked: ReadonlySet<string>;
  pause(run: string): Promise<void>;
  goOn(run: string): Promise<void>;
  step(run: string, iterations: number): Promise<void>;
  setLearningRate(run: string, learningRate: number): Promise<void>;
}

export const useRunControl = create<RunControlState>((set) => {
  const ask = async <M extends StudioMethod>(
    method: M,
    params: StudioParams<M> & { readonly run: string },
  ) => {
    const { run } = params;
    set(({ asked }) => ({ asked: new Set([...asked, run]) }));
    try {
      await request(method, params);
    } finally {
      set(({ asked }) => ({ asked: new Set([...asked].filter((other) => other !== run)) }));
    }
  };
  return {
    asked: new Set(),
    pause: (run) => ask('runs.pause', { run }),
    goOn: (run) => ask('runs.continue', { run }),
    step: (run, iterations) => ask('runs.step', { run, iterations }),
    setLearningRate: (run, learningRate) => ask('runs.setLearningRate', { run, learningRate }),
  };
});

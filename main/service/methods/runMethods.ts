/** Runs: start, stop, watch, measure, take away. */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { predictWithModel } from '../../../core/model/predictWithModel.ts';
import { readModelFile } from '../../../core/model/readModelFile.ts';
import { createLatest } from '../createLatest.ts';
import { diagnoseRun } from '../runs/diagnoseRun.ts';
import { evaluateRun } from '../runs/evaluateRun.ts';
import { modelFileOf } from '../runs/exportedFiles.ts';
import { exportRun } from '../runs/exportRun.ts';
import { markOrphans } from '../runs/markOrphans.ts';
import { resumeRun } from '../runs/resumeRun.ts';
import { startRun } from '../runs/startRun.ts';
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function runMethods(context: ServiceContext): MethodsOf<'runs'> {
  const { store, queue, emit } = context;
  const { runs, metrics, evaluations } = store;
  return {
    'runs.start': ({ spec }) => startRun(context, spec),
    'runs.stop': async ({ run }) => {
      await queue.stop(runs.get(run));
      return runs.get(run);
    },
    'runs.resume': ({ run }) => resumeRun(context, run),
    'runs.list': () => {
      // A terminal that shares the store may have died since.
      markOrphans(store, context.now());
      return runs.list();
    },
    'runs.get': ({ run }) => runs.get(run),
    'runs.metrics': ({ run, afterEpoch, afterIteration, maximumPoints }) => {
      const { id } = runs.get(run);
      return {
        epochs: metrics.listEpochs(id, { after: afterEpoch, maximum: maximumPoints }),
        iterations: metrics.listIterations(id, { after: afterIteration, maximum: maximumPoints }),
      };
    },
    'runs.diagnose': ({ run }) => diagnoseRun(context, run),
    'runs.rename': ({ run, name }) => {
      runs.change(runs.get(run).id, { name });
      const renamed = runs.get(run);
      emit({ event: 'run.changed', run: renamed });
      return renamed;
    },
    'runs.remove': ({ run }) => {
      const { status } = runs.get(run);
      if (status === 'queued' || status === 'running') {
        throw new StudioError('busy', `Run "${run}" is ${status}.`, {
          where: 'run',
          hint: 'Stop it first.',
        });
      }
      runs.remove(run);
      emit({ event: 'run.removed', run });
      return {};
    },
    'runs.evaluate': ({ run, split }) => evaluateRun(context, run, split),
    'runs.evaluations': ({ run }) => evaluations.latest(runs.get(run).id),
    ...modelMethods(context),
  };
}

type ModelMethods = Pick<MethodsOf<'runs'>, 'runs.export' | 'runs.predict'>;

function modelMethods(context: ServiceContext): ModelMethods {
  // A window that draws a digit asks for many predictions of one model.
  const models = createLatest(async (key: string) => {
    const [run = ''] = key.split(' ');
    return readModelFile(await modelFileOf(context, run));
  });
  return {
    'runs.export': ({ run, format, path }) => exportRun(context, run, format, path),
    'runs.predict': async ({ run, sample }) => {
      const { id, bestEpoch } = context.store.runs.get(run);
      const model = await models.get(`${id} ${bestEpoch}`);
      return predictWithModel(model, sample);
    },
  };
}

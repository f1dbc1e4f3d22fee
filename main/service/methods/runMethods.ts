/** Runs: start, stop, watch, measure, take away. */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { predictWithModel } from '../../../core/model/predictWithModel.ts';
import { readModelFile } from '../../../core/model/readModelFile.ts';
import { encodedInput } from '../../../core/preprocessing/encodedInput.ts';
import { createLatest } from '../createLatest.ts';
import { controlRun } from '../runs/controlRun.ts';
import { diagnoseRun } from '../runs/diagnoseRun.ts';
import { evaluateRun } from '../runs/evaluateRun.ts';
import { modelFileOf } from '../runs/exportedFiles.ts';
import { exportRun } from '../runs/exportRun.ts';
import { fitImage } from '../runs/fitImage.ts';
import { inspectRun } from '../runs/inspectRun.ts';
import { isUnfinished } from '../runs/isUnfinished.ts';
import { listCheckpoints } from '../runs/listCheckpoints.ts';
import { markOrphans } from '../runs/markOrphans.ts';
import { predictionForm } from '../runs/predictionForm.ts';
import { resumeRun } from '../runs/resumeRun.ts';
import { startRun } from '../runs/startRun.ts';
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function runMethods(context: ServiceContext): MethodsOf<'runs'> {
  const { store, queue, emit } = context;
  const { runs, metrics, evaluations } = store;
  return {
    'runs.start': ({ spec, experiment }) => startRun(context, spec, experiment),
    'runs.stop': async ({ run }) => {
      await queue.stop(runs.get(run));
      return runs.get(run);
    },
    ...controlMethods(context),
    'runs.resume': ({ run, epoch }) => resumeRun(context, run, epoch),
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
    'runs.checkpoints': ({ run }) => listCheckpoints(store, runs.get(run)),
    'runs.diagnose': ({ run }) => diagnoseRun(context, run),
    'runs.layerStatistics': ({ run, epoch }) => inspectRun(context, run, epoch),
    'runs.rename': ({ run, name }) => {
      runs.change(runs.get(run).id, { name });
      const renamed = runs.get(run);
      emit({ event: 'run.changed', run: renamed });
      return renamed;
    },
    'runs.remove': ({ run }) => {
      const { status } = runs.get(run);
      if (isUnfinished(status)) {
        throw new StudioError('busy', `Run "${run}" is ${status}.`, {
          where: 'run',
          hint: 'Stop it first.',
        });
      }
      runs.remove(run);
      emit({ event: 'run.removed', run });
      return {};
    },
    'runs.evaluate': ({ run, split, epoch }) => evaluateRun(context, run, split, epoch),
    'runs.evaluations': ({ run }) => evaluations.latest(runs.get(run).id),
    ...modelMethods(context),
  };
}

type ControlMethods = Pick<
  MethodsOf<'runs'>,
  'runs.pause' | 'runs.continue' | 'runs.step' | 'runs.setLearningRate'
>;

function controlMethods(context: ServiceContext): ControlMethods {
  return {
    'runs.pause': ({ run }) => controlRun(context, run, { kind: 'pause' }),
    'runs.continue': ({ run }) => controlRun(context, run, { kind: 'continue' }),
    'runs.step': ({ run, iterations }) => controlRun(context, run, { kind: 'step', iterations }),
    'runs.setLearningRate': ({ run, learningRate }) =>
      controlRun(context, run, { kind: 'set-learning-rate', learningRate }),
  };
}

type ModelMethods = Pick<
  MethodsOf<'runs'>,
  'runs.export' | 'runs.predictionForm' | 'runs.fitImage' | 'runs.predict'
>;

function modelMethods(context: ServiceContext): ModelMethods {
  // A window that draws a digit asks for many predictions of one model.
  const models = createLatest(async (key: string) => {
    const [run = '', , epoch] = key.split(' ');
    return readModelFile(await modelFileOf(context, run, epoch ? Number(epoch) : undefined));
  });
  const modelOf = (run: string, epoch?: number) => {
    const { id, bestEpoch } = context.store.runs.get(run);
    return models.get(`${id} ${bestEpoch} ${epoch ?? ''}`);
  };
  return {
    'runs.export': (wanted) => exportRun(context, wanted),
    'runs.predictionForm': async ({ run }) => predictionForm(await modelOf(run)),
    'runs.fitImage': async ({ run, image }) => fitImage(context, run, await modelOf(run), image),
    'runs.predict': async ({ run, sample, epoch }) => {
      const model = await modelOf(run, epoch);
      const prediction = await predictWithModel(model, sample);
      return { ...prediction, input: encodedInput(model.input, sample) };
    },
  };
}

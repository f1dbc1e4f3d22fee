/**
 * Experiment documents: the bundled ones, a person's own, and what can be said of one before it
 * trains.
 */
import { resolve } from 'node:path';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { startingExperiment } from '../../../core/templates/startingExperiment.ts';
import { compareExperiments } from '../../../core/training/compare/compareExperiments.ts';
import { previewSchedule } from '../../../core/training/previewSchedule.ts';
import { freeId } from '../freeId.ts';
import { describeWanted } from '../library/findDataset.ts';
import { importExperiment } from '../library/importExperiment.ts';
import { checkSpec } from '../runs/checkSpec.ts';
import { modelInputOf, tableOfSplit } from '../runs/lookIntoSplit.ts';
import { passForward } from '../runs/passForward.ts';
import { refitExperiment } from '../runs/refitExperiment.ts';
import { createTrials } from '../runs/Trials.ts';
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function experimentMethods(context: ServiceContext): MethodsOf<'experiments'> {
  const { documents } = context.store;
  const trials = createTrials(context);
  return {
    'experiments.templates': () => context.experiments.list(),
    'experiments.list': () => documents.listExperiments(),
    'experiments.save': ({ id, spec, history }) => {
      const document = { id, spec, updatedAt: context.now() };
      documents.saveExperiment(document, history);
      return document;
    },
    'experiments.create': ({ name, spec }) => {
      const id = freeId(name, 'experiment', documents.has);
      const document = { id, spec, updatedAt: context.now() };
      documents.saveExperiment(document);
      return document;
    },
    'experiments.history': ({ id, updatedAt }) => documents.historyOf(id, updatedAt),
    'experiments.import': ({ path }) => importExperiment(context, resolve(path)),
    'experiments.remove': ({ id }) => {
      if (documents.removeExperiment(id)) return {};
      throw new StudioError('not-found', `There is no experiment "${id}".`, { where: 'id' });
    },
    'experiments.begin': async ({ dataset, name }) => {
      const spec = startingExperiment(await describeWanted(context, { name, dataset }), name);
      const { training } = (await checkSpec(context, spec)).report.usual;
      return { ...spec, training };
    },
    'experiments.refit': (wanted) => refitExperiment(context, wanted),
    'experiments.check': async ({ spec }) => (await checkSpec(context, spec)).report,
    'experiments.compare': ({ first, second }) => compareExperiments(first, second),
    'experiments.splitTable': ({ spec }) => tableOfSplit(context, spec),
    'experiments.modelInput': ({ spec, sample }) => modelInputOf(context, spec, sample),
    'experiments.forwardPass': (wanted) => passForward(context, wanted),
    'experiments.learningRateRange': (trial) => trials.run(trial, context.jobs.findLearningRate),
    'experiments.overfitOneBatch': (trial) => trials.run(trial, context.jobs.overfitOneBatch),
    'experiments.leakage': (trial) => trials.run(trial, context.jobs.scanLeakage, 'split'),
    'experiments.cancelTrial': ({ trial }) => {
      trials.cancel(trial);
      return {};
    },
    'experiments.schedule': async ({ spec }) => {
      const { report } = await checkSpec(context, spec);
      return previewSchedule(spec, report.iterationsPerEpoch ?? 0);
    },
  };
}

/**
 * Checks an experiment against its dataset, looking at the samples only where what the library knows
 * does not suffice.
 */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { ExperimentReport } from '../../../core/contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import type { SpecEdit, SpecFix } from '../../../core/contract/SpecEdit.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { decodeDataset } from '../../../core/data/decodeDataset.ts';
import { caught } from '../../../core/training/caught.ts';
import { checkExperiment } from '../../../core/training/checkExperiment.ts';
import {
  type ExperimentFacts,
  factsOfDataset,
  factsOfInfo,
} from '../../../core/training/ExperimentFacts.ts';
import { randomWeightsWords, takeLayersWords } from '../../../core/training/fixes/words.ts';
import { describeWanted } from '../library/findDataset.ts';
import { machineOf } from '../machineOf.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { checkInitialModel } from './initialModelOf.ts';

export interface CheckedSpec {
  readonly report: ExperimentReport;
  readonly facts: ExperimentFacts;
}

export async function checkSpec(
  context: ServiceContext,
  spec: ExperimentSpec,
): Promise<CheckedSpec> {
  const info = await describeWanted(context, spec);
  const facts = factsOfInfo(spec, info) ?? factsOf(spec, await openWanted(context, info));
  const report = checkExperiment(spec, info, machineOf(context), facts);
  return { report: withInitialModel(context, spec, { report, facts }), facts };
}

/** Only the service knows the imported models. */
function withInitialModel(
  { models }: ServiceContext,
  spec: ExperimentSpec,
  { report, facts }: CheckedSpec,
): ExperimentReport {
  const { inputShape } = facts;
  const isWhole = inputShape && report.layers.every(({ outputShape }) => outputShape);
  if (!isWhole) return report;
  const refused = caught(() => checkInitialModel(models, spec, inputShape));
  if (refused.length === 0) return report;
  const known = spec.initialModel === undefined ? null : models.find(spec.initialModel);
  const fixes: SpecFix[] = [
    ...(known ? [{ label: takeLayersWords, edits: replacing(spec, known.model.layers) }] : []),
    { label: randomWeightsWords, edits: [{ edit: 'set', at: ['initialModel'], value: null }] },
  ];
  const problems = refused.map((problem) => ({ ...problem, fixes }));
  return { ...report, trainable: false, problems: [...report.problems, ...problems] };
}

/** The new layers stand before the old ones go, so that the model is never empty. */
function replacing({ model }: ExperimentSpec, layers: readonly LayerSpec[]): SpecEdit[] {
  return [
    ...layers.map((layer, at) => ({ edit: 'insertLayer' as const, path: [at], layer })),
    ...model.layers.map(() => ({ edit: 'removeLayer' as const, path: [layers.length] })),
  ];
}

/** A bundled sample is read without being installed. */
async function openWanted({ library, opened, samples }: ServiceContext, { id }: DatasetInfo) {
  return library.find(id) ? opened.get(id) : decodeDataset((await samples.read(id)).data);
}

/** Of a dataset in memory, what was found last: an editor asks again after every keystroke. */
const remembered = new WeakMap<
  Dataset,
  { readonly key: string; readonly facts: ExperimentFacts }
>();

function factsOf(spec: ExperimentSpec, dataset: Dataset): ExperimentFacts {
  const key = JSON.stringify([spec.split, spec.seed, spec.preprocessing]);
  const known = remembered.get(dataset);
  if (known?.key === key) return known.facts;
  const facts = factsOfDataset(spec, dataset);
  remembered.set(dataset, { key, facts });
  return facts;
}

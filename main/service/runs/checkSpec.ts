/**
 * Checks an experiment against its dataset, looking at the samples only where what the library knows
 * does not suffice.
 */
import type { ExperimentReport } from '../../../core/contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import type { SpecEdit, SpecFix } from '../../../core/contract/SpecEdit.ts';
import { caught } from '../../../core/training/caught.ts';
import { checkExperiment } from '../../../core/training/checkExperiment.ts';
import { type ExperimentFacts, factsOfInfo } from '../../../core/training/ExperimentFacts.ts';
import { randomWeightsWords, takeLayersWords } from '../../../core/training/fixes/words.ts';
import { describeWanted } from '../library/findDataset.ts';
import { machineOf } from '../machineOf.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { askAboutSplit } from './askAboutSplit.ts';
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
  const facts =
    factsOfInfo(spec, info) ?? (await askAboutSplit('facts', context, info, spec)).facts;
  const machine = await machineOf(context, spec);
  const report = checkExperiment(spec, info, machine, facts);
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

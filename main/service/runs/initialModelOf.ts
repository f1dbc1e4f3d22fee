/** The imported model that an experiment starts from, which must have the experiment's network. */
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Shape } from '../../../core/graph/Tensor.ts';
import { buildModel } from '../../../core/model/buildModel.ts';
import { modelSpecOf } from '../../../core/model/modelSpecOf.ts';
import type { ModelLibrary } from '../library/ModelLibrary.ts';

/** The path of its file; null for an experiment that starts from random weights. */
export function initialModelOf(
  models: ModelLibrary,
  { initialModel }: Pick<ExperimentSpec, 'initialModel'>,
): string | null {
  if (initialModel === undefined) return null;
  if (models.find(initialModel)) return models.filePath(initialModel);
  throw new StudioError('not-found', `There is no imported model "${initialModel}".`, {
    where: 'initialModel',
    hint: 'Import it: npm run descent -- import-model FILE',
  });
}

/** Throws StudioError `invalid-experiment` at `initialModel` for another network. */
export function checkInitialModel(
  models: ModelLibrary,
  { initialModel, model }: ExperimentSpec,
  inputShape: Shape,
): void {
  if (initialModel === undefined) return;
  initialModelOf(models, { initialModel });
  const known = models.find(initialModel);
  const wanted = modelSpecOf(buildModel(model, inputShape));
  if (JSON.stringify(known?.model) === JSON.stringify(wanted)) return;
  throw new StudioError(
    'invalid-experiment',
    `The imported model "${initialModel}" has other layers than the experiment.`,
    { where: 'initialModel', hint: 'Take its layers over, or start from random weights.' },
  );
}

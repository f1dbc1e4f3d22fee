/** `descent lr-find EXPERIMENT`: a learning-rate range test, its curve and what it suggests. */
import type { LearningRateRange } from '../../../core/contract/LearningRateRange.ts';
import { studioPaths } from '../../paths.ts';
import { createBundledExperiments } from '../../service/library/bundledExperiments.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatLoss, formatShort, formatTable } from '../format.ts';
import { type ExperimentOverrides, readExperiment } from '../readExperiment.ts';

/** Two lines a decade. */
const POINTS_A_LINE = 12.5;
const BAR_WIDTH = 40;

export async function lrFindCommand(
  context: CommandContext,
  experiment: string,
  overrides: ExperimentOverrides,
): Promise<void> {
  const bundled = createBundledExperiments(studioPaths().resources);
  const spec = readExperiment(experiment, bundled, overrides);
  const range = await withStudio(context, ({ request }) =>
    request('experiments.learningRateRange', { spec }),
  );
  const { terminal } = context;
  const { points, suggestion, stoppedEarly } = range;
  if (context.json) {
    for (const point of points) terminal.json({ event: 'point', ...point });
    terminal.json({ experiment: spec.name, iterations: points.length, suggestion, stoppedEarly });
    return;
  }
  for (const line of curve(range)) terminal.line(line);
  terminal.line();
  for (const line of conclusion(range)) terminal.line(line);
}

function curve({ points }: LearningRateRange): string[] {
  const losses = points.map(({ smoothedLoss }) => smoothedLoss);
  const largest = Math.max(...losses);
  const lines = points.filter((_, at) => at % POINTS_A_LINE < 1);
  const rows = lines.map(({ learningRate, smoothedLoss }) => [
    formatShort(learningRate),
    formatLoss(smoothedLoss),
    '▇'.repeat(Math.round((BAR_WIDTH * smoothedLoss) / largest)),
  ]);
  return formatTable([['learning rate', 'loss', ''], ...rows]);
}

function conclusion({ points, suggestion, stoppedEarly }: LearningRateRange): string[] {
  const last = formatShort(points.at(-1)?.learningRate ?? Number.NaN);
  const exploded = stoppedEarly ? [`The loss exploded beyond ${last}.`] : [];
  if (suggestion === null) return [...exploded, 'The loss never fell: there is no suggestion.'];
  const rate = formatShort(suggestion);
  return [...exploded, `The loss falls fastest at a learning rate of ${rate}: a good one to try.`];
}

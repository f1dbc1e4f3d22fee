/** `descent inspect RUN`: what happens inside the network on one minibatch. */
import type { LayerReading, LayerStatistics } from '../../../core/contract/LayerStatistics.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatCount, formatLoss, formatShare, formatShort, formatTable } from '../format.ts';
import { parseEpoch } from '../parseEpoch.ts';

export async function inspectCommand(
  context: CommandContext,
  run: string,
  options: { readonly epoch?: string },
): Promise<void> {
  const { terminal, json } = context;
  const epoch = parseEpoch(options.epoch);
  const { statistics, isTraining } = await withStudio(context, async ({ request }) => ({
    statistics: await request('runs.layerStatistics', { run, ...epoch }),
    isTraining: ['running', 'paused'].includes((await request('runs.get', { run })).status),
  }));
  if (json) {
    terminal.json(statistics);
    return;
  }
  for (const line of introduction(statistics)) terminal.line(line);
  if (isTraining && epoch.epoch === undefined) {
    terminal.line('The run goes on meanwhile: this is the last epoch that it had finished.');
  }
  terminal.line();
  for (const line of formatTable([layerHeader, ...statistics.layers.map(layerRow)])) {
    terminal.line(line);
  }
  terminal.line();
  const parameters = statistics.layers.flatMap((layer) => layer.parameters);
  const rows = parameters.map(({ name, norm, gradientNorm, updateRatio }) => [
    name,
    ...[norm, gradientNorm, updateRatio].map(formatShort),
  ]);
  const header = ['parameter', 'norm', 'gradient', 'update/weight'];
  for (const line of formatTable([header, ...rows])) terminal.line(line);
  terminal.line();
  for (const line of noiseLines(statistics)) terminal.line(line);
}

function introduction({ run, epoch, samples, loss, gradientNorm }: LayerStatistics): string[] {
  return [
    `${run}, weights of epoch ${epoch}, one minibatch of ${formatCount(samples)} training samples`,
    `loss ${formatLoss(loss)}   norm of the gradient ${formatShort(gradientNorm)}`,
  ];
}

const layerHeader = ['', 'layer', 'mean', 'sd', 'min', 'max', 'zeros', 'dead', 'flat', 'gradient'];

function layerRow({ path, type, activation }: LayerReading): string[] {
  const { mean, standardDeviation, minimum, maximum, zeros, saturated } = activation;
  const { deadUnits, gradientNorm } = activation;
  return [
    path.join('.'),
    type,
    ...[mean, standardDeviation, minimum, maximum].map(formatShort),
    formatShare(zeros),
    deadUnits ? `${deadUnits.dead}/${deadUnits.units}` : '',
    saturated === null ? '' : formatShare(saturated),
    formatShort(gradientNorm),
  ];
}

function noiseLines({ gradientNoise, samples }: LayerStatistics): string[] {
  if (!gradientNoise) return [];
  const { scale, minibatches } = gradientNoise;
  if (!Number.isFinite(scale)) {
    return [`In ${minibatches} minibatches the noise hides the gradient: no noise scale.`];
  }
  return [
    `Gradient noise scale ${formatShort(scale)} samples, from ${minibatches} minibatches of ` +
      `${samples}: about the batch size at which noise and gradient are equal.`,
  ];
}

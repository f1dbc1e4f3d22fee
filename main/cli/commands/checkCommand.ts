/**
 * `descent check EXPERIMENT`: shapes, parameters, memory and problems, without training.
 *
 * A file with PyTorch's nn.Sequential text is checked as a network alone.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { ExperimentReport, LayerReport } from '../../../core/contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { LeakageReport } from '../../../core/contract/LeakageReport.ts';
import type { ModelSpec } from '../../../core/contract/ModelSpec.ts';
import type { OneBatchCheck } from '../../../core/contract/OneBatchCheck.ts';
import type { LocalizedText } from '../../../core/contract/primitives.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { buildModel } from '../../../core/model/buildModel.ts';
import { parseSequential } from '../../../core/model/pytorch/parseSequential.ts';
import { studioPaths } from '../../paths.ts';
import { createBundledExperiments } from '../../service/library/bundledExperiments.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatBytes, formatCount, formatCounted, formatLoss, formatTable } from '../format.ts';
import { mendExperiment } from '../mendExperiment.ts';
import { readExperiment } from '../readExperiment.ts';
import { showLeakage } from '../showLeakage.ts';

export interface CheckOptions {
  /** `1x28x28`. */
  readonly input?: string;
  readonly overfitOneBatch?: boolean;
  readonly leakage?: boolean;
  /** The file that the mended experiment is written to. */
  readonly fix?: string;
}

/**
 * Returns whether a run could start and, if asked for, whether it learned its minibatch and its split
 * can be trusted.
 */
export async function checkCommand(
  context: CommandContext,
  wanted: string,
  { input, overfitOneBatch = false, leakage = false, fix }: CheckOptions,
): Promise<boolean> {
  if (/\.(?:py|txt)$/i.test(wanted)) {
    showNetwork(context, wanted, input);
    return true;
  }
  const given = readExperiment(wanted, createBundledExperiments(studioPaths().resources));
  return withStudio(context, async ({ request }) => {
    const check = (one: ExperimentSpec) => request('experiments.check', { spec: one });
    const { spec, report, applied } =
      fix === undefined
        ? { spec: given, report: await check(given), applied: [] }
        : await mendExperiment(given, check);
    if (fix !== undefined) saveMended(context, spec, applied, fix);
    const isTried = overfitOneBatch && report.trainable;
    const oneBatch = isTried ? await request('experiments.overfitOneBatch', { spec }) : null;
    const found = leakage ? await request('experiments.leakage', { spec }) : null;
    showReport(context, spec, report, { oneBatch, leakage: found });
    const isMendable = report.problems.some(({ fixes = [] }) => fixes.length > 0);
    if (isMendable && fix === undefined && !context.json) {
      context.terminal.line(`Take the first fixes: npm run descent -- check ${wanted} --fix NEW`);
    }
    const isLeaking = found?.findings.some(({ severity }) => severity === 'error') ?? false;
    return report.trainable && (oneBatch?.passed ?? true) && !isLeaking;
  });
}

function showReport(
  { terminal, json }: CommandContext,
  { name, training }: ExperimentSpec,
  report: ExperimentReport,
  { oneBatch, leakage }: { oneBatch: OneBatchCheck | null; leakage: LeakageReport | null },
): void {
  if (json) {
    terminal.json({
      experiment: name,
      ...report,
      ...(oneBatch && { oneBatch }),
      ...(leakage && { leakage }),
    });
    return;
  }
  const { layers, splits, memory, iterationsPerEpoch, problems } = report;
  showLayers(terminal, layers, report);
  if (memory) {
    const parts = `${formatBytes(memory.activations)} of them for minibatches of ${training.batchSize}`;
    const end = endOf(report.partial.memory);
    terminal.line(`about ${formatBytes(memory.total)} of memory in training, ${parts}${end}`);
  }
  if (splits && iterationsPerEpoch !== null) {
    terminal.line(
      `${formatCounted(splits.train, 'training sample')}, ` +
        `${formatCounted(iterationsPerEpoch, 'iteration')} per epoch`,
    );
  }
  if (report.checkpointBytes !== undefined) {
    terminal.line(`up to ${formatBytes(report.checkpointBytes)} of checkpoints on the disk`);
  }
  for (const { severity, where, message, fixes = [] } of problems) {
    terminal.line(`${severity}  ${where}: ${message}`);
    if (fixes.length > 0)
      terminal.line(`  fix  ${fixes.map(({ label }) => label.en).join(', or ')}`);
  }
  if (oneBatch) {
    const { firstLoss, lastLoss, text } = oneBatch;
    terminal.line(
      `${text.en} Its loss went from ${formatLoss(firstLoss)} to ${formatLoss(lastLoss)}, where the check ended.`,
    );
  }
  if (leakage) showLeakage(terminal, leakage);
  terminal.line(report.trainable ? 'A run can start.' : 'A run cannot start.');
}

type ShownLayer = Pick<
  LayerReport,
  'index' | 'type' | 'outputShape' | 'parameters' | 'bufferValues' | 'multiplyAdds'
>;
type Totals = Pick<ExperimentReport, 'parameters' | 'bufferValues' | 'multiplyAdds'>;

/** What the sums of a report with an error lack. */
const endOf = (isPartial: boolean) => (isPartial ? ' so far' : '');

function showNetwork({ terminal, json }: CommandContext, path: string, input?: string): void {
  const spec = parseSequential(readText(path));
  const shape = input === undefined ? inputOf(spec, path) : parseShape(input);
  const model = buildModel(spec, shape);
  const layers = model.layers.map((layer, index) => ({
    index,
    type: layer.type,
    inputShape: [...layer.inputShape],
    outputShape: [...layer.outputShape],
    parameters: layer.parameterCount,
    bufferValues: layer.bufferCount,
    multiplyAdds: layer.multiplyAdds,
  }));
  const total = (name: 'parameters' | 'bufferValues' | 'multiplyAdds') =>
    layers.reduce((sum, layer) => sum + layer[name], 0);
  const totals = {
    parameters: total('parameters'),
    bufferValues: total('bufferValues'),
    multiplyAdds: total('multiplyAdds'),
  };
  if (json) terminal.json({ network: path, layers, ...totals });
  else showLayers(terminal, layers, totals);
}

function showLayers(
  terminal: CommandContext['terminal'],
  layers: readonly ShownLayer[],
  { parameters, bufferValues, multiplyAdds }: Totals,
): void {
  const rows = layers.map((layer) => [
    String(layer.index),
    layer.type,
    layer.outputShape?.join('×') ?? '?',
    formatCount(layer.parameters),
    formatCount(layer.bufferValues),
    formatCount(layer.multiplyAdds),
    multiplyAdds ? `${Math.round((100 * layer.multiplyAdds) / multiplyAdds)} %` : '',
  ]);
  const header = ['', 'layer', 'output', 'parameters', 'remembered', 'multiply-adds', 'cost'];
  for (const line of formatTable([header, ...rows])) terminal.line(line);
  terminal.line();
  const end = endOf(layers.some(({ outputShape }) => outputShape === null));
  terminal.line(
    `${formatCount(parameters)} trainable parameters, ` +
      `${formatCount(bufferValues)} running-statistic values${end}`,
  );
  if (multiplyAdds !== null)
    terminal.line(`${formatCount(multiplyAdds)} multiply-adds a sample${end}`);
}

/** Whole or not at all, and over nothing that is there. */
function saveMended(
  { terminal, json }: CommandContext,
  spec: ExperimentSpec,
  applied: readonly LocalizedText[],
  path: string,
): void {
  try {
    writeFileSync(path, `${JSON.stringify(spec, null, 2)}\n`, { flag: 'wx' });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw new StudioError(
        'already-exists',
        'There is a file of that name, and it is kept as it is.',
        {
          where: path,
          hint: `Name one that does not exist yet: --fix ${freeName(path)}`,
          cause,
        },
      );
    }
    throw new StudioError(
      'storage',
      `The mended experiment cannot be written (${code ?? cause}).`,
      {
        where: path,
        hint: 'Name a file in a folder that exists and can be written to.',
        cause,
      },
    );
  }
  if (json) return;
  for (const { en } of applied) terminal.line(`fixed  ${en}`);
  terminal.line(
    `Wrote ${path} with ${applied.length === 1 ? '1 fix' : `${applied.length} fixes`}.`,
  );
}

/** `my.descent.json` becomes `my-2.descent.json`. */
function freeName(path: string): string {
  const { dir, base } = parse(path);
  const [stem, ...endings] = base.split('.');
  const named = (number: number) => join(dir, [`${stem}-${number}`, ...endings].join('.'));
  let number = 2;
  while (existsSync(named(number))) number += 1;
  return named(number);
}

/** What a first Linear takes. */
function inputOf({ layers: [first] }: ModelSpec, path: string): number[] {
  const features = first?.options.inFeatures;
  if (typeof features === 'number') return [features];
  throw new StudioError('invalid-request', 'The text does not say what a sample is.', {
    where: path,
    hint: 'Add --input 1x28x28, the shape of a sample.',
  });
}

function parseShape(text: string): number[] {
  const sizes = text.split(/[x×,]/).map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes;
  throw new StudioError(
    'invalid-request',
    `A shape must be sizes such as 1x28x28. Received ${JSON.stringify(text)}.`,
    { where: '--input' },
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new StudioError('not-found', 'The text cannot be read.', { where: path, cause });
  }
}

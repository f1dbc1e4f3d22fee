/** `descent compare FIRST SECOND`: where two experiments differ, layers side by side. */
import type { LayerPair, SettingSide } from '../../../core/contract/ExperimentComparison.ts';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import { compareExperiments } from '../../../core/training/compare/compareExperiments.ts';
import { studioPaths } from '../../paths.ts';
import { createBundledExperiments } from '../../service/library/bundledExperiments.ts';
import type { CommandContext } from '../CommandContext.ts';
import { formatTable } from '../format.ts';
import { readExperiment } from '../readExperiment.ts';

export function compareCommand(
  { terminal, json }: CommandContext,
  first: string,
  second: string,
): void {
  const bundled = createBundledExperiments(studioPaths().resources);
  const [a, b] = [readExperiment(first, bundled), readExperiment(second, bundled)];
  const comparison = compareExperiments(a, b);
  if (json) {
    terminal.json({ first, second, ...comparison });
    return;
  }
  const settings = comparison.settings.map((one) => [
    one.label.en,
    sideText(one.first),
    sideText(one.second),
  ]);
  const layers = comparison.layers.map((pair) => [
    signOf(pair),
    pair.first ? layerText(pair.first.layer) : '',
    pair.second ? layerText(pair.second.layer) : '',
  ]);
  for (const line of formatTable([['', first, second], ...settings])) terminal.line(line);
  terminal.line();
  for (const line of formatTable([['layers', first, second], ...layers])) terminal.line(line);
}

function signOf({ first, second, isSame }: LayerPair): string {
  if (isSame) return '=';
  if (!first) return '+';
  return second ? '≠' : '-';
}

function sideText(side: SettingSide): string {
  if (side === null) return '–';
  return Array.isArray(side) ? side.join(', ') : String(side);
}

/** `Residual(Linear(outFeatures 8), ReLU)`, by the names that an experiment file has. */
function layerText({ type, options, layers = [] }: LayerSpec): string {
  const parts = [
    ...Object.entries(options).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
    ...layers.map(layerText),
  ];
  return parts.length === 0 ? type : `${type}(${parts.join(', ')})`;
}

/** `descent compare FIRST SECOND`: where two experiments differ, layers side by side. */
import type { LayerPair } from '../../../core/contract/ExperimentComparison.ts';
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
    one.first ?? '–',
    one.second ?? '–',
  ]);
  const layers = comparison.layers.map((pair) => [
    signOf(pair),
    pair.first?.text ?? '',
    pair.second?.text ?? '',
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

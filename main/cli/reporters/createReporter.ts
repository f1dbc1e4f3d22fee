import type { CommandContext } from '../CommandContext.ts';
import { jsonReporter } from './jsonReporter.ts';
import type { RunReporter } from './RunReporter.ts';
import { textReporter } from './textReporter.ts';

export function createReporter({ json, terminal, home }: CommandContext): RunReporter {
  return json ? jsonReporter(terminal) : textReporter(terminal, home);
}

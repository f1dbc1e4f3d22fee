/** `descent predict MODEL.json INPUT`: raw values through a model file, no store needed. */
import { readFileSync } from 'node:fs';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { predictWithModel } from '../../../core/model/predictWithModel.ts';
import { readModel } from '../../service/library/readModel.ts';
import type { CommandContext } from '../CommandContext.ts';
import { readFeatureRows } from '../readFeatureRows.ts';

type PredictContext = Pick<CommandContext, 'terminal' | 'json'>;

/**
 * `input`: a file of CSV rows or of a JSON array, a JSON array itself, or `-` for the standard
 * input.
 */
export async function predictCommand(
  { terminal, json }: PredictContext,
  modelPath: string,
  input: string,
): Promise<void> {
  const model = readModel(modelPath);
  const rows = readFeatureRows(readInput(input), model.input.featureNames);
  for (const [index, { values, where }] of rows.entries()) {
    const { top } = await predictWithModel(model, values).catch((error: unknown) => {
      throw inRow(error, where);
    });
    if (json) {
      terminal.json({ row: index + 1, top });
    } else {
      terminal.line(
        `${where}  ${top.slice(0, 3).map(describeChoice(model.output.kind)).join('  ')}`,
      );
    }
  }
  if (json) terminal.json({ model: modelPath, predictions: rows.length });
}

function describeChoice(kind: 'class' | 'number') {
  return ({ label, value }: { readonly label: string; readonly value: number }) =>
    kind === 'class' ? `${label} ${(100 * value).toFixed(1)} %` : `${label} = ${value}`;
}

function readInput(input: string): string {
  if (input === '-') return readFileSync(process.stdin.fd, 'utf8');
  return input.trimStart().startsWith('[') ? input : readText(input, 'input');
}

function readText(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new StudioError('not-found', `The ${what} cannot be read (${reason}).`, {
      where: path,
      cause,
    });
  }
}

function inRow(error: unknown, where: string): unknown {
  if (!(error instanceof StudioError)) return error;
  const { code, message, hint } = error;
  return new StudioError(code, message, { where, hint, cause: error });
}

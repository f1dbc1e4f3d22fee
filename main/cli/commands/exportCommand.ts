/** `descent export RUN -o FILE`: the model of the best weights, for this program or for others. */
import type { ExportFormat } from '../../../core/contract/StudioApi.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatCount } from '../format.ts';
import { parseEpoch } from '../parseEpoch.ts';

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly output: string;
  readonly epoch?: string;
}

export async function exportCommand(
  context: CommandContext,
  run: string,
  { format, output, epoch }: ExportOptions,
): Promise<void> {
  const { terminal, json } = context;
  const chosen = parseEpoch(epoch);
  const { path, bytes } = await withStudio(context, ({ request }) =>
    request('runs.export', { run, format, path: output, ...chosen }),
  );
  if (json) {
    terminal.json({ run, format, path, bytes });
    return;
  }
  terminal.line(`Model of ${run}: ${path} (${formatCount(bytes)} bytes)`);
  terminal.line(hints[format](path));
}

const hints: Readonly<Record<ExportFormat, (path: string) => string>> = {
  json: (path) => `Use it:  npm run descent -- predict ${path} INPUT.csv`,
  onnx: () => 'It takes raw values as "input" [N, ...] and gives "output" [N, ...].',
  safetensors: () => 'It holds parameters and buffers under the names of PyTorch’s state_dict.',
  pytorch: (path) => `Use it:  cd ${path} && python verify.py && python train.py`,
};

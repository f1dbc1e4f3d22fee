/** `descent export RUN -o FILE`: the model of the best weights as one JSON file. */
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatCount } from '../format.ts';

export interface ExportOptions {
  readonly format: 'json';
  readonly output: string;
}

export async function exportCommand(
  context: CommandContext,
  run: string,
  { format, output }: ExportOptions,
): Promise<void> {
  const { terminal, json } = context;
  const { path, bytes } = await withStudio(context, ({ request }) =>
    request('runs.export', { run, format, path: output }),
  );
  if (json) {
    terminal.json({ run, format, path, bytes });
    return;
  }
  terminal.line(`Model of ${run}: ${path} (${formatCount(bytes)} bytes)`);
  terminal.line(`Use it:  npm run descent -- predict ${path} INPUT.csv`);
}

/** `descent samples`: the datasets that come with the program. */
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatCount, formatTable } from '../format.ts';

export async function samplesCommand(context: CommandContext): Promise<void> {
  const { terminal, json } = context;
  const samples = await withStudio(context, ({ request }) => request('samples.list', {}));
  if (json) {
    for (const { id, name, kind, samples: count, sampleShape, classes, ...rest } of samples) {
      const { experiment, license, installed } = rest;
      const facts = { name, kind, samples: count, shape: sampleShape, classes };
      terminal.json({ sample: id, ...facts, experiment, license, installed });
    }
    return;
  }
  const rows = samples.map(({ id, samples: count, sampleShape, classes, experiment }) => [
    id,
    formatCount(count),
    sampleShape.join('×'),
    String(classes.length),
    experiment,
  ]);
  const header = ['sample', 'samples', 'shape', 'classes', 'experiment'];
  for (const line of formatTable([header, ...rows])) terminal.line(line);
  terminal.line();
  terminal.line('Train one:  npm run descent -- train digits-mlp');
}

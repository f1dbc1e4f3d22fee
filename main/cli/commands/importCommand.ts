/**
 * `descent import PATH`: a CSV file, an IDX file, or a folder with MNIST's four files, into the
 * library.
 */
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatCount } from '../format.ts';

export interface ImportOptions {
  readonly name?: string;
  readonly target?: string;
}

export async function importCommand(
  context: CommandContext,
  path: string,
  { name, target }: ImportOptions,
): Promise<void> {
  const { terminal, json } = context;
  const wish = {
    path,
    ...(name !== undefined && { name }),
    ...(target !== undefined && { target }),
  };
  const info = await withStudio(context, ({ request }) => request('datasets.import', wish));
  const classes = info.target.kind === 'class' ? info.target.labels : null;
  if (json) {
    const { id, samples, columns, sampleShape, warnings } = info;
    terminal.json({
      dataset: id,
      samples,
      columns: columns.map(({ name }) => name),
      shape: sampleShape,
      target: info.target.name,
      classes,
      testSamples: info.given?.test ?? 0,
      warnings,
    });
    return;
  }
  terminal.line(`Dataset "${info.id}": ${formatCount(info.samples)} samples.`);
  const shape = info.sampleShape.join('×');
  terminal.line(
    info.kind === 'image'
      ? `  images    ${shape}`
      : `  columns   ${info.columns.map(({ name }) => name).join(', ')}`,
  );
  terminal.line(
    `  target    ${info.target.name}: ${classes ? `classes ${classes.join(', ')}` : 'a number'}`,
  );
  const given = info.given?.test ?? 0;
  if (given > 0) {
    terminal.line(`  test      ${formatCount(given)} samples of their own, sealed`);
  }
  for (const warning of info.warnings) terminal.line(`  note      ${warning}`);
}

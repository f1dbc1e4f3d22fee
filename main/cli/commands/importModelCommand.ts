/** `descent import-model FILE`: a model file, or weights of one, into the studio, to train on from. */
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatCount } from '../format.ts';

export interface ImportModelOptions {
  readonly name?: string;
  readonly like?: string;
}

export async function importModelCommand(
  context: CommandContext,
  path: string,
  { name, like }: ImportModelOptions,
): Promise<void> {
  const { terminal, json } = context;
  const wish = {
    path,
    ...(name !== undefined && { name }),
    ...(like !== undefined && { like }),
  };
  const info = await withStudio(context, ({ request }) => request('models.import', wish));
  const { id, parameters, inputShape, model, dataset } = info;
  if (json) {
    const layers = model.layers.map(({ type }) => type);
    terminal.json({ model: id, name: info.name, parameters, inputShape, layers, dataset });
    return;
  }
  terminal.line(`Model "${id}": ${formatCount(parameters)} parameters.`);
  terminal.line(`  input     ${inputShape.join('×')}`);
  terminal.line(`  layers    ${model.layers.map(({ type }) => type).join(' → ')}`);
  terminal.line(`  trained   on ${dataset.name}`);
  terminal.line();
  terminal.line(`Train on from it:  npm run descent -- train EXPERIMENT --initial-model ${id}`);
}

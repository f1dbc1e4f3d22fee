/**
 * `descent demo`: the main job from the first sample to a model file, for machines without a
 * display.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import type { CommandContext } from '../CommandContext.ts';
import { exportCommand } from './exportCommand.ts';
import { trainCommand } from './trainCommand.ts';

export async function demoCommand(context: CommandContext): Promise<RunRecord> {
  const run = await trainCommand(context, 'digits-mlp', {});
  if (!run.last) return run;
  const folder = join(context.home, 'exports');
  mkdirSync(folder, { recursive: true });
  const output = join(folder, `${run.id}.model.json`);
  context.terminal.line();
  await exportCommand(context, run.id, { format: 'json', output });
  return run;
}

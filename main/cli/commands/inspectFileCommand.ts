/** `descent inspect-file PATH`: what importing it would give, without importing. */
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatBytes, formatCount, formatTable } from '../format.ts';
import { type ImportFlags, importChoices } from '../importChoices.ts';

const SHOWN_ROWS = 5;
const SHOWN_COLUMNS = 8;
const SHOWN_CHARACTERS = 24;

export async function inspectFileCommand(
  context: CommandContext,
  path: string,
  flags: ImportFlags,
): Promise<void> {
  const { terminal, json } = context;
  const options = importChoices(flags);
  const found = await withStudio(context, ({ request }) =>
    request('datasets.inspect', { path, options }),
  );
  if (json) {
    // Pixels are for windows.
    terminal.json({
      ...found,
      images: found.images.map(({ pixels: _, original: __, ...image }) => image),
    });
    return;
  }
  const encoding = found.encoding ? `, ${found.encoding}` : '';
  const decimal = found.decimal === 'comma' ? ', decimal comma' : '';
  const size = found.bytes === null ? '' : `, ${formatBytes(found.bytes)}`;
  terminal.line(`${found.format}: ${found.kind}${size}${encoding}${decimal}`);
  const looked = `${formatCount(found.sampled)} samples looked at`;
  terminal.line(found.samples === null ? looked : `${looked} of ${formatCount(found.samples)}`);
  if (found.shape) terminal.line(`  images    ${found.shape.join('×')}`);
  const columns = found.columns.map(({ name, type, role, missing, distinct }) => [
    `  ${name}`,
    role === 'feature' ? type : role,
    `${formatCount(distinct)} different`,
    missing > 0 ? `${formatCount(missing)} missing` : '',
  ]);
  for (const line of formatTable(columns)) terminal.line(line);
  if (found.target) terminal.line(`  target    ${found.target}: ${found.task ?? ''}`);
  const classes = found.classes.slice(0, 20).map(({ label, count }) => `${label} (${count})`);
  if (classes.length > 0) terminal.line(`  classes   ${classes.join(', ')}`);
  const rows = found.rows
    .slice(0, SHOWN_ROWS)
    .map((row) => row.slice(0, SHOWN_COLUMNS).map((cell) => cell.slice(0, SHOWN_CHARACTERS)));
  for (const line of formatTable(rows)) terminal.line(`  | ${line}`);
  for (const { message } of found.refusals) terminal.line(`  refused   ${message}`);
  for (const warning of found.warnings) terminal.line(`  note      ${warning}`);
}

/** `descent edit DATASET`: excludes samples and corrects targets, step by step, each to be undone. */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { DatasetEdits, SampleChange } from '../../../core/contract/SampleEdit.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatCount, formatCounted } from '../format.ts';

export interface EditOptions {
  readonly exclude?: readonly string[];
  readonly include?: readonly string[];
  /** `12=setosa`. */
  readonly label?: readonly string[];
  readonly revert?: readonly string[];
  readonly revertAll?: boolean;
  readonly undo?: boolean;
  readonly redo?: boolean;
  readonly list?: boolean;
  readonly reseal?: boolean;
}

/** A bundled sample is put into the library first. */
export async function editCommand(
  context: CommandContext,
  id: string,
  options: EditOptions,
): Promise<void> {
  const { terminal, json } = context;
  refuseMixture(options);
  const { info, edits } = await withStudio(context, async ({ request }) => {
    const samples = await request('samples.list', {});
    const isSample = samples.some((sample) => sample.id === id);
    const before = await request(isSample ? 'datasets.install' : 'datasets.get', { id });
    const wish = { id, reseal: options.reseal ?? false };
    const edit = (): Promise<DatasetEdits> => {
      if (options.undo) return request('datasets.undoEdit', wish);
      if (options.redo) return request('datasets.redoEdit', wish);
      if (options.revertAll) return request('datasets.revertEdits', { ...wish, indices: null });
      if (options.revert) {
        const indices = options.revert.map((text) => placeOf(text, '--revert'));
        return request('datasets.revertEdits', { ...wish, indices });
      }
      const changes = changesOf(options, before);
      if (changes.length === 0) return request('datasets.edits', { id });
      return request('datasets.edit', { ...wish, changes });
    };
    return { edits: await edit().catch(withOption), info: await request('datasets.get', { id }) };
  });
  if (json) {
    const { edits: list, ...summary } = edits;
    for (const edit of list) terminal.json({ event: 'edit', ...edit });
    const importedHash = info.edits?.importedHash ?? info.hash;
    terminal.json({ dataset: info.id, hash: info.hash, importedHash, ...summary });
    return;
  }
  for (const line of linesOf(info, edits)) terminal.line(line);
}

/** In the terminal, the word that goes on is an option. */
function withOption(error: unknown): never {
  if (!(error instanceof StudioError) || error.code !== 'sealed') throw error;
  const { code, message, where, hint, cause } = error;
  throw new StudioError(code, message, { where, hint: `${hint} Add --reseal for that.`, cause });
}

/** One step at a time, so that undoing takes back what was asked for together. */
function refuseMixture(options: EditOptions): void {
  const { exclude, include, label, revert, revertAll, undo, redo, list } = options;
  const kinds = [exclude ?? include ?? label, revert, revertAll, undo, redo, list];
  if (kinds.filter((kind) => kind !== undefined).length <= 1) return;
  throw new StudioError(
    'invalid-request',
    'Only --exclude, --include and --label go together; each other change is a step of its own.',
    { where: 'edit', hint: 'Call it once for each.' },
  );
}

function changesOf({ exclude, include, label }: EditOptions, info: DatasetInfo): SampleChange[] {
  return [
    ...(exclude ?? []).map((text) => ({ index: placeOf(text, '--exclude'), isExcluded: true })),
    ...(include ?? []).map((text) => ({ index: placeOf(text, '--include'), isExcluded: false })),
    ...(label ?? []).map((text) => labelOf(text, info)),
  ];
}

function labelOf(text: string, { target }: DatasetInfo): SampleChange {
  const [place = '', ...rest] = text.split('=');
  const value = rest.join('=');
  if (rest.length === 0) {
    throw new StudioError(
      'invalid-request',
      `A label must be like 12=setosa. Received "${text}".`,
      {
        where: '--label',
      },
    );
  }
  const isNumber =
    target.kind === 'number' && value.trim() !== '' && Number.isFinite(Number(value));
  return { index: placeOf(place, '--label'), target: isNumber ? Number(value) : value };
}

function placeOf(text: string, where: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new StudioError(
    'invalid-request',
    `A sample is named by its place, from 0. Received "${text}".`,
    { where },
  );
}

function linesOf(info: DatasetInfo, { edits, excluded, relabelled, undo, redo }: DatasetEdits) {
  const steps = [
    undo > 0 ? `--undo takes back a step of ${formatCounted(undo, 'sample')}.` : '',
    redo > 0 ? `--redo makes a step of ${formatCounted(redo, 'sample')} again.` : '',
  ].filter((line) => line !== '');
  if (edits.length === 0) return [`${info.name}: no edits, as it was imported.`, ...steps];
  return [
    ...edits.map(({ index, isExcluded, target }) => {
      const change = target ? `${target.imported} → ${target.now}` : '';
      return `${index}  ${[isExcluded ? 'excluded' : '', change].filter(Boolean).join(', ')}`;
    }),
    `${info.name}: ${formatCount(excluded)} of ${formatCount(info.samples)} samples excluded, ` +
      `${formatCount(relabelled)} with another target. The imported data is kept as it was.`,
    ...steps,
  ];
}

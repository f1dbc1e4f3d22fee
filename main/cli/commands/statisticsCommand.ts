/** `descent statistics DATASET`: a dataset in numbers, before anything is trained. */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type {
  ColumnStatistics,
  DatasetStatistics,
  TargetRelation,
} from '../../../core/contract/DatasetStatistics.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatCount, formatCounted, formatShare, formatShort, formatTable } from '../format.ts';

const SHOWN_WORDS = 10;

/** A bundled sample is put into the library first. */
export async function statisticsCommand(context: CommandContext, id: string): Promise<void> {
  const { terminal, json } = context;
  const { info, statistics } = await withStudio(context, async ({ request }) => {
    const samples = await request('samples.list', {});
    const isSample = samples.some((sample) => sample.id === id);
    const found = await request(isSample ? 'datasets.install' : 'datasets.get', { id });
    return { info: found, statistics: await request('datasets.statistics', { id }) };
  });
  if (json) {
    for (const column of statistics.columns) terminal.json({ event: 'column', ...column });
    terminal.json(summaryOf(info, statistics));
    return;
  }
  for (const line of linesOf(info, statistics)) terminal.line(line);
}

/** Mean images are for eyes: they stay out. */
function summaryOf(info: DatasetInfo, statistics: DatasetStatistics): object {
  const { columns, image, ...rest } = statistics;
  const { means: _means, ...numbers } = image ?? { means: null };
  return {
    dataset: info.id,
    hash: info.hash,
    imageSizes: info.imageSizes ?? null,
    ...rest,
    image: image ? numbers : null,
  };
}

function linesOf(info: DatasetInfo, statistics: DatasetStatistics): string[] {
  const { columns, columnsLeftOut, text, image } = statistics;
  const lines = [
    `${info.name}: ${formatCount(statistics.samples)} samples`,
    targetLine(info, statistics),
    duplicateLine(statistics),
    ...nearLines(statistics),
  ];
  if (text) {
    const { minimum, median, maximum } = text.lengths;
    const words = text.most.slice(0, SHOWN_WORDS).map(({ term, count }) => `${term} ${count}`);
    lines.push(`Words a text: ${minimum} to ${maximum}, median ${median}`);
    lines.push(`${formatCount(text.distinct)} different words; most frequent: ${words.join(', ')}`);
  }
  if (image) {
    const { brightness, constantPixels, pixels } = image;
    lines.push(`Brightness: ${spread(brightness)}`);
    lines.push(...sizeLines(info));
    lines.push(`${formatCount(constantPixels)} of ${formatCount(pixels)} values never change`);
  }
  if (columns.length > 0) {
    const header = [
      'column',
      'missing',
      'mean',
      'sd',
      'min',
      'median',
      'max',
      'outliers',
      'target',
    ];
    lines.push('', ...formatTable([header, ...columns.map(columnCells)]));
  }
  if (columnsLeftOut > 0) lines.push(`${formatCount(columnsLeftOut)} more columns are left out.`);
  return lines;
}

function targetLine({ target: { name } }: DatasetInfo, { target }: DatasetStatistics): string {
  if (target.kind === 'number') return `${name}: ${spread(target.numbers)}`;
  const [largest, smallest] = [Math.max(...target.counts), Math.min(...target.counts)];
  const counts = `${formatCount(smallest)} to ${formatCount(largest)} samples a class`;
  return `${name}: ${target.counts.length} classes, ${counts}, ratio ${formatShort(target.imbalance)}`;
}

function spread({ mean, deviation, minimum, maximum }: SpreadOf): string {
  const [low, high] = [formatShort(minimum), formatShort(maximum)];
  return `${low} to ${high}, mean ${formatShort(mean)}, sd ${formatShort(deviation)}`;
}

type SpreadOf = Extract<DatasetStatistics['target'], { kind: 'number' }>['numbers'];

function duplicateLine({ duplicates: { copies, conflicts, examples } }: DatasetStatistics): string {
  if (copies === 0) return 'No duplicates.';
  const conflict = examples.find(({ isConflict }) => isConflict);
  const where = conflict ? ` (samples ${conflict.indices.join(', ')})` : '';
  const count =
    copies === 1 ? '1 copy of another sample' : `${formatCount(copies)} copies of other samples`;
  return `${count}; ${formatCounted(conflicts, 'group')} with different targets${where}`;
}

function nearLines({ duplicates: { near } }: DatasetStatistics): string[] {
  if (!near) return [];
  const count = near.copies === 0 ? 'None' : formatCount(near.copies);
  const extent = near.isPartial
    ? ` among ${formatCount(near.compared)} that were compared; there may be more`
    : '';
  const first = near.examples[0] ? ` (the first: samples ${near.examples[0].join(', ')})` : '';
  return [`Nearly equal to another sample: ${count}${extent}${first}`];
}

function sizeLines({ imageSizes }: DatasetInfo): string[] {
  if (!imageSizes) return [];
  const { most, distinct, widths, heights } = imageSizes;
  const named = most.map(({ height, width, count }) => `${width} × ${height} (${count})`);
  const more = distinct > most.length ? `, more sizes: ${distinct - most.length}` : '';
  const lines = [`Width × height in the files: ${named.join(', ')}${more}`];
  if (distinct === 1) return lines;
  return [...lines, `Widths: ${spread(widths)}`, `Heights: ${spread(heights)}`];
}

function columnCells(column: ColumnStatistics): string[] {
  const { name, missing } = column;
  if (column.type === 'category') {
    const most = column.most.slice(0, 3).map(({ label, count }) => `${label} ${count}`);
    return [name, formatCount(missing), `${column.categories} categories: ${most.join(', ')}`];
  }
  const { numbers, relation } = column;
  if (!numbers) return [name, formatCount(missing)];
  const { mean, deviation, minimum, median, maximum, outliers } = numbers;
  return [
    name,
    formatCount(missing),
    ...[mean, deviation, minimum, median, maximum].map(formatShort),
    formatCount(outliers.count),
    relationText(relation),
  ];
}

function relationText(relation: TargetRelation | null): string {
  if (relation === null) return '–';
  switch (relation.kind) {
    case 'correlation':
      return `r = ${relation.value.toFixed(3)}`;
    case 'classMeans':
      return `${formatShare(relation.explained)} of the variance between classes`;
    default:
      return relation satisfies never;
  }
}

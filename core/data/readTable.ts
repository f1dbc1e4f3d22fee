/**
 * A table of text in memory, read as the importer reads files of any size: for scripts and tests,
 * and the shortest account of how the parts play together.
 */

import { strToU8 } from 'fflate';
import type { ImportChoices, ImportColumnType, Quotes } from '../contract/ImportOptions.ts';
import { ImportOptions } from '../contract/ImportOptions.ts';
import { CsvScanner } from './csv/CsvScanner.ts';
import { detectDelimiter } from './csv/detectDelimiter.ts';
import { parseNumber } from './csv/parseNumber.ts';
import type { TableDataset, TextDataset } from './Dataset.ts';
import type { SectionName } from './datasetSections.ts';
import { joinBytes } from './joinBytes.ts';
import type { DatasetSummary } from './SectionSink.ts';
import { nameColumns } from './table/nameColumns.ts';
import { planTable } from './table/planTable.ts';
import type { FirstRow } from './table/previewFaults.ts';
import { surveyColumns } from './table/surveyColumns.ts';
import { TableBuilder } from './table/TableBuilder.ts';
import type { TableRow } from './table/TableRow.ts';

export interface ReadTableOptions {
  /** The file's name, for messages. */
  readonly name: string;
  readonly choices?: ImportChoices;
  /** Rows in which types are looked for; 5,000 when absent. */
  readonly window?: number;
}

/** Throws StudioError `invalid-dataset`, naming row and column. */
export function readTable(
  text: string,
  { name, choices = {}, window = 5000 }: ReadTableOptions,
): TableDataset | TextDataset {
  const options = ImportOptions.parse(choices);
  const rows: FirstRow[] = [];
  scan(text, options.quotes, (row) => {
    if (rows.length <= window) rows.push({ row: row.row, cells: cellsOf(row) });
  });
  const { names, header, unnamed, notes } = nameColumns(rows, options.header ?? null);
  const hasHeader = header === 'yes';
  const first = rows.slice(hasHeader ? 1 : 0).map(({ cells }) => cells);
  const surveys = surveyColumns(names, first, parseNumber, unnamed);
  const revised = new Map<number, ImportColumnType>();
  for (;;) {
    const sections = new Map<SectionName, Uint8Array[]>();
    const write = (section: SectionName, bytes: Uint8Array) =>
      void sections.set(section, [...(sections.get(section) ?? []), bytes.slice()]);
    const builder = new TableBuilder(planTable(surveys, options, revised), { write });
    scan(text, options.quotes, (row, isHeader) => {
      if (!isHeader || !hasHeader) builder.add(row);
    });
    const contradictions = builder.contradictions();
    if (contradictions.size === 0) {
      const summary = builder.finish(name);
      return collect({ ...summary, warnings: [...notes, ...summary.warnings] }, sections);
    }
    for (const [position, type] of contradictions) revised.set(position, type);
  }
}

function scan(
  text: string,
  quotes: Quotes | undefined,
  onRow: (row: TableRow, isHeader: boolean) => void,
): void {
  const scanner = new CsvScanner(detectDelimiter(text), quotes);
  let isHeader = true;
  scanner.push(strToU8(text), true, (row) => {
    onRow(row, isHeader);
    isHeader = false;
    return true;
  });
}

const cellsOf = (row: TableRow) =>
  Array.from({ length: row.count }, (_, column) => row.text(column));

function collect(
  { kind, samples, target, columns, warnings }: DatasetSummary,
  sections: ReadonlyMap<SectionName, Uint8Array[]>,
): TableDataset | TextDataset {
  const bytes = (name: SectionName) => joinBytes(sections.get(name) ?? []);
  const targets = bytes('targets').buffer;
  const common = {
    samples,
    target,
    targets: target.kind === 'class' ? new Int32Array(targets) : new Float32Array(targets),
    columns,
    values: new Float32Array(bytes('values').buffer),
    givenSplits: sections.has('givenSplits') ? bytes('givenSplits') : null,
    warnings,
  };
  if (kind !== 'text') return { kind: 'table', ...common };
  return {
    kind,
    ...common,
    texts: bytes('texts'),
    offsets: new Uint32Array(bytes('offsets').buffer),
  };
}

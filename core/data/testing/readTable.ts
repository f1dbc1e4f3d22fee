/** A table of text in memory, read as the importer reads files: the same parts, without files. */
import type { ImportChoices } from '../../contract/ImportOptions.ts';
import { ImportOptions } from '../../contract/ImportOptions.ts';
import { CsvScanner } from '../csv/CsvScanner.ts';
import { detectDelimiter } from '../csv/detectDelimiter.ts';
import type { DatasetSummary } from '../SectionSink.ts';
import { planTable } from '../table/planTable.ts';
import { surveyColumns } from '../table/surveyColumns.ts';
import { TableBuilder } from '../table/TableBuilder.ts';
import type { TableRow } from '../table/TableRow.ts';
import { tableColumnNames } from '../table/tableColumnNames.ts';

export interface ReadTable extends DatasetSummary {
  readonly values: Float32Array;
  readonly targets: Int32Array | Float32Array;
  readonly texts: string[];
  readonly givenSplits: number[] | null;
}

/** `window`: rows from which types are found. */
export function readTable(text: string, choices: ImportChoices = {}, window = 5000): ReadTable {
  const options = ImportOptions.parse(choices);
  let names: string[] = [];
  const first: string[][] = [];
  scan(text, (row, isHeader) => {
    if (isHeader) names = tableColumnNames(row);
    else if (first.length < window) first.push(cellsOf(row));
  });
  const surveys = surveyColumns(names, first);
  const revised = new Map();
  for (;;) {
    const sections = new Map<string, Uint8Array[]>();
    const write = (section: string, bytes: Uint8Array) =>
      void sections.set(section, [...(sections.get(section) ?? []), bytes.slice()]);
    const builder = new TableBuilder(planTable(surveys, options, revised), { write });
    scan(text, (row, isHeader) => {
      if (!isHeader) builder.add(row);
    });
    const contradictions = builder.contradictions();
    if (contradictions.size === 0) return collect(builder.finish('data.csv'), sections);
    for (const [position, type] of contradictions) revised.set(position, type);
  }
}

function scan(text: string, onRow: (row: TableRow, isHeader: boolean) => void): void {
  const scanner = new CsvScanner(detectDelimiter(text));
  let isHeader = true;
  scanner.push(new TextEncoder().encode(text), true, (row) => {
    onRow(row, isHeader);
    isHeader = false;
    return true;
  });
}

const cellsOf = (row: TableRow) =>
  Array.from({ length: row.count }, (_, column) => row.text(column));

function collect(summary: DatasetSummary, sections: ReadonlyMap<string, Uint8Array[]>): ReadTable {
  const bytes = (name: string) => new Uint8Array(Buffer.concat(sections.get(name) ?? []));
  const texts = Buffer.from(bytes('texts'));
  const offsets = new Uint32Array(bytes('offsets').buffer);
  return {
    ...summary,
    values: new Float32Array(bytes('values').buffer),
    targets:
      summary.target.kind === 'class'
        ? new Int32Array(bytes('targets').buffer)
        : new Float32Array(bytes('targets').buffer),
    texts: Array.from({ length: Math.max(0, offsets.length - 1) }, (_, index) =>
      texts.toString('utf8', offsets[index], offsets[index + 1]),
    ),
    givenSplits: sections.has('givenSplits') ? [...bytes('givenSplits')] : null,
  };
}

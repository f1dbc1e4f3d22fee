/**
 * Rows of features from text: a JSON array of numbers, one of such arrays, or CSV with or without a
 * header.
 */
import { z } from 'zod';
import { StudioError } from '../../core/contract/StudioError.ts';
import { csvRecords } from '../../core/data/csv/csvRecords.ts';
import { detectDelimiter } from '../../core/data/csv/detectDelimiter.ts';

export interface FeatureRow {
  readonly values: readonly number[];
  /** For messages: `row 3`. */
  readonly where: string;
}

const JsonRows = z.union([z.array(z.number()).min(1), z.array(z.array(z.number())).min(1)]);

/** Throws StudioError `invalid-request` with the row and column of what is no number. */
export function readFeatureRows(text: string): FeatureRow[] {
  const rows = text.trimStart().startsWith('[') ? readJsonRows(text) : readCsvRows(text);
  if (rows.length === 0) throw new StudioError('invalid-request', 'The input holds no rows.');
  return rows;
}

function readJsonRows(text: string): FeatureRow[] {
  const parsed = JsonRows.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new StudioError(
      'invalid-request',
      'A JSON input must be an array of numbers, or an array of such arrays.',
    );
  }
  const [first] = parsed.data;
  const rows = Array.isArray(first) ? (parsed.data as number[][]) : [parsed.data as number[]];
  return rows.map((values, index) => ({ values, where: `row ${index + 1}` }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StudioError('invalid-request', `The input is not JSON: ${String(cause)}.`, { cause });
  }
}

function readCsvRows(text: string): FeatureRow[] {
  const records = [...csvRecords(text, detectDelimiter(text))];
  const isHeader = records[0]?.fields.every((field) => !isNumber(field)) ?? false;
  return records.slice(isHeader ? 1 : 0).map(({ fields, row }) => ({
    values: fields.map((field, column) => {
      if (isNumber(field)) return Number(field);
      throw new StudioError(
        'invalid-request',
        `Every feature must be a number. Received ${JSON.stringify(field)}.`,
        { where: `row ${row}, column ${column + 1}` },
      );
    }),
    where: `row ${row}`,
  }));
}

function isNumber(field: string): boolean {
  return field.trim() !== '' && Number.isFinite(Number(field));
}

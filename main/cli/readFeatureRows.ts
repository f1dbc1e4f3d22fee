/**
 * Rows of features from text: a JSON array of numbers, one of such arrays, or CSV with or without a
 * header.
 *
 * A header decides which column is which feature, in whatever order they stand: numbers that are
 * taken for another feature would give a prediction that is wrong and looks right.
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

/**
 * `featureNames` are the model's, in its order; empty for images, whose pixels have no names.
 *
 * Throws StudioError `invalid-request` for a header that lacks a feature, and with the row and
 * column of what is no number.
 */
export function readFeatureRows(text: string, featureNames: readonly string[]): FeatureRow[] {
  const isJson = text.trimStart().startsWith('[');
  const rows = isJson ? readJsonRows(text) : readCsvRows(text, featureNames);
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

function readCsvRows(text: string, featureNames: readonly string[]): FeatureRow[] {
  const records = [...csvRecords(text, detectDelimiter(text))];
  const first = records[0]?.fields ?? [];
  const header = first.length > 0 && first.every((field) => !isNumber(field)) ? first : null;
  const columns = header && featureNames.length > 0 ? columnsOf(header, featureNames) : null;
  return records.slice(header ? 1 : 0).map(({ fields, row }) => ({
    values: (columns ?? [...fields.keys()]).map((column) => {
      const field = fields[column] ?? '';
      if (isNumber(field)) return Number(field);
      throw new StudioError(
        'invalid-request',
        `Every feature must be a number. Received ${JSON.stringify(field)}.`,
        { where: `row ${row}, column ${header?.[column]?.trim() ?? column + 1}` },
      );
    }),
    where: `row ${row}`,
  }));
}

/** Where each feature stands. Other columns, such as the target or an id, are not looked at. */
function columnsOf(header: readonly string[], featureNames: readonly string[]): number[] {
  const names = header.map((name) => name.trim());
  const missing = featureNames.filter((name) => !names.includes(name));
  if (missing.length === 0) return featureNames.map((name) => names.indexOf(name));
  throw new StudioError(
    'invalid-request',
    `The input lacks the ${missing.length === 1 ? 'column' : 'columns'} ${quoted(missing)}.`,
    {
      where: 'row 1',
      hint: `The model takes ${quoted(featureNames)}, in any order. The header holds ${quoted(names)}.`,
    },
  );
}

const quoted = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(', ');

function isNumber(field: string): boolean {
  return field.trim() !== '' && Number.isFinite(Number(field));
}

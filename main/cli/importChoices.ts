/** The options of an import as the terminal takes them, in the form of the contract. */
import { type ImportChoices, ImportColumnType } from '../../core/contract/ImportOptions.ts';
import { StudioError } from '../../core/contract/StudioError.ts';

export interface ImportFlags {
  readonly format?: ImportChoices['format'];
  readonly target?: string;
  readonly text?: string;
  readonly task?: ImportChoices['task'];
  readonly encoding?: ImportChoices['encoding'];
  readonly delimiter?: string;
  readonly decimal?: ImportChoices['decimal'];
  readonly header?: ImportChoices['header'];
  readonly quotes?: ImportChoices['quotes'];
  /** `NAME=type`, once for each column. */
  readonly column?: readonly string[];
  readonly split?: string;
  readonly missing?: ImportChoices['missing'];
  readonly ragged?: ImportChoices['ragged'];
  readonly damaged?: ImportChoices['damaged'];
  /** `WIDTHxHEIGHT`. */
  readonly size?: string;
  readonly fit?: ImportChoices['fit'];
  readonly color?: ImportChoices['color'];
}

/** Throws StudioError `invalid-request` for a column or a size of another form. */
export function importChoices(flags: ImportFlags): ImportChoices {
  const { column = [], size, delimiter, split, format, target, text } = flags;
  const { task, encoding, decimal, header, quotes, missing, ragged, damaged, fit, color } = flags;
  const given = {
    ...{
      format,
      target,
      text,
      task,
      encoding,
      decimal,
      header,
      quotes,
      missing,
      ragged,
      damaged,
      fit,
      color,
      splitColumn: split,
    },
    delimiter: delimiter === undefined ? undefined : toDelimiter(delimiter),
    columns: column.length === 0 ? undefined : column.map(toColumn),
    size: size === undefined ? undefined : toSize(size),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function toDelimiter(text: string): string {
  return text === 'tab' || text === '\\t' ? '\t' : text;
}

function toColumn(text: string) {
  const at = text.lastIndexOf('=');
  const type = ImportColumnType.safeParse(text.slice(at + 1));
  if (at > 0 && type.success) return { name: text.slice(0, at), type: type.data };
  throw new StudioError(
    'invalid-request',
    `--column must be NAME=type, one of ${ImportColumnType.options.join(', ')}. Received "${text}".`,
  );
}

function toSize(text: string): [number, number] {
  const [, width, height] = /^(\d+)[x×](\d+)$/.exec(text) ?? [];
  if (width && height) return [Number(height), Number(width)];
  throw new StudioError(
    'invalid-request',
    `--size must be WIDTHxHEIGHT, such as 64x48. Received "${text}".`,
  );
}

import { StudioError } from '../../contract/StudioError.ts';

/** Where something stands in a text; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** `Line 3, column 5: There is no layer "Lineer".` with `where` `line 3, column 5`. */
export function textError(place: TextPlace, message: string, hint: string | null = null) {
  const { line, column } = place;
  return new StudioError('invalid-model', `Line ${line}, column ${column}: ${message}`, {
    where: `line ${line}, column ${column}`,
    hint,
  });
}

/** At most 40 characters of it, quoted. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

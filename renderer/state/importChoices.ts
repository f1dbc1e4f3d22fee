/**
 * What a person changes about an import, as plain edits of its choices.
 *
 * A column has one use at a time, though the options name target, text, split and types apart: a
 * new use takes back the one that the person had given the column before. Uses that were only found
 * are left alone, since the next look finds them anew.
 */
import type { InspectedColumn } from '../../core/contract/FileInspection.ts';
import type {
  ImportChoices,
  ImportColumnType,
  ImportFormat,
  ImportFormatDescriptor,
} from '../../core/contract/ImportOptions.ts';
import type { WayOut } from '../../core/contract/StudioError.ts';

/** A type is that of a feature. */
export type ColumnUse = 'target' | 'text' | 'split' | ImportColumnType;

export const columnUse = ({ role, type }: InspectedColumn): ColumnUse =>
  role === 'feature' ? type : role;

/**
 * The uses that a choice can give the column. The target stays one until another column takes its
 * place: there is always one.
 */
export function usesFor({ role }: InspectedColumn): readonly ColumnUse[] {
  const roles = ['target', 'text', 'split'] as const;
  return role === 'target' ? roles : [...roles, 'number', 'category', 'date', 'skip'];
}

export function withUse(choices: ImportChoices, column: string, use: ColumnUse): ImportChoices {
  const { target, text, splitColumn, columns = [], ...others } = choices;
  const types = columns.filter(({ name }) => name !== column);
  const kept = {
    ...others,
    ...(target !== undefined && target !== column && { target }),
    ...(text !== undefined && text !== column && { text }),
    ...(splitColumn !== undefined && splitColumn !== column && { splitColumn }),
  };
  switch (use) {
    case 'target':
      return { ...kept, ...typed(types), target: column };
    case 'text':
      return { ...kept, ...typed(types), text: column };
    case 'split':
      return { ...kept, ...typed(types), splitColumn: column };
    case 'number':
    case 'category':
    case 'date':
    case 'skip':
      return { ...kept, columns: [...types, { name: column, type: use }] };
    default:
      return use satisfies never;
  }
}

const typed = (columns: NonNullable<ImportChoices['columns']>) =>
  columns.length > 0 ? { columns } : {};

/** The choice that lets a refused import go on; null where it takes more than one. */
export function withWayOut(choices: ImportChoices, wayOut: WayOut): ImportChoices | null {
  switch (wayOut) {
    case 'leave-ragged-out':
      return { ...choices, ragged: 'drop' };
    case 'leave-damaged-out':
      return { ...choices, damaged: 'drop' };
    case 'quotes-are-letters':
      return { ...choices, quotes: 'letters' };
    case 'choose-encoding':
    case 'other-file':
      return null;
    default:
      return wayOut satisfies never;
  }
}

/** An option of another format would be refused, so it goes with the format it belonged to. */
export function withFormat(
  choices: ImportChoices,
  format: ImportFormat,
  formats: readonly ImportFormatDescriptor[],
): ImportChoices {
  const options: readonly string[] = formats.find((one) => one.format === format)?.options ?? [];
  const kept = Object.entries(choices).filter(([name]) => options.includes(name));
  return { ...Object.fromEntries(kept), format };
}

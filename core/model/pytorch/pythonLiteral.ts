import type { OptionValue } from '../../contract/ModelSpec.ts';

/** As Python writes it. */
export function pythonLiteral(value: OptionValue | null): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  return value.length === 1 ? `(${value[0]},)` : `(${value.join(', ')})`;
}

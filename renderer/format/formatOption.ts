import type { OptionValue } from '../../core/contract/ModelSpec.ts';

/** An option's value in PyTorch's notation, for a line of code-like text. */
export function formatOption(value: OptionValue): string {
  return Array.isArray(value) ? `(${value.join(', ')})` : String(value);
}

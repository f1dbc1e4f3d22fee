import type { Component } from '../../core/contract/ModelSpec.ts';
import { formatOption } from './formatOption.ts';

/** A component with the options that were given, in a line: `Adam: learningRate 0.01`. */
export function describeComponent({ type, options }: Component): string {
  const given = Object.entries(options).map(([name, value]) => `${name} ${formatOption(value)}`);
  return given.length > 0 ? `${type}: ${given.join(', ')}` : type;
}

import type { OptionDescriptor } from '../../core/contract/Catalog.ts';
import type { Options } from '../../core/contract/ModelSpec.ts';

/**
 * The options of two components of a type: those with two values first, then those that follow by
 * themselves on one side and were given on the other, then what is alike; each in catalog order.
 */
export function differingFirst(
  declared: readonly OptionDescriptor[],
  first: Options,
  second: Options,
): OptionDescriptor[] {
  const rank = (option: OptionDescriptor) => {
    const [a, b] = [first, second].map((options) => options[option.name] ?? option.default);
    if (JSON.stringify(a) === JSON.stringify(b)) return 2;
    return a === undefined || b === undefined ? 1 : 0;
  };
  return declared.toSorted((a, b) => rank(a) - rank(b));
}

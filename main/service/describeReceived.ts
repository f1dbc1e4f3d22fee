/** A value as a message shows it: short, and never failing however strange the value is. */

const LONGEST = 80;

export function describeReceived(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  return shorten(toText(value));
}

function toText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    // A bigint, a cycle, or nesting deeper than the stack.
    return `a value of type ${typeof value}`;
  }
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/**
 * Turns what a schema refused into the studio's words: the place, what must be there, what was
 * received.
 */
import type { z } from 'zod';
import { StudioError } from '../../core/contract/StudioError.ts';
import { formatPath } from '../../core/model/formatPath.ts';
import { describeReceived } from './describeReceived.ts';

type Issue = z.core.$ZodIssue;

/** Of several problems the first. */
export function schemaError(
  code: 'invalid-request' | 'invalid-experiment',
  { issues }: z.ZodError,
  value: unknown,
): StudioError {
  const [issue] = issues;
  if (!issue) return new StudioError(code, 'The input is not valid.');
  const where = formatPath(issue.path);
  const subject = where ?? 'The input';
  const received = describeReceived(valueAt(value, issue.path));
  return new StudioError(code, `${subject} ${demand(issue)}. Received ${received}.`, { where });
}

function demand(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}`;
    case 'too_small':
      return `must ${measure(issue.origin)} ${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}`;
    case 'too_big':
      return `must ${measure(issue.origin)} ${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}`;
    case 'invalid_value':
      return `must be ${issue.values.map((choice) => JSON.stringify(choice)).join(' or ')}`;
    case 'unrecognized_keys':
      return `must not have the field ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    default:
      return `is not valid: ${issue.message}`;
  }
}

function measure(origin: string): string {
  if (origin === 'string') return 'have a length';
  return origin === 'array' ? 'have a number of entries' : 'be';
}

function article(type: string): string {
  if (type === 'int') return 'a whole number';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type === 'record' ? 'object' : type}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) {
      return undefined;
    }
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
}

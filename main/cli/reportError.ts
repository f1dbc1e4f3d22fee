/** An error as a person reads it: what, where, what to do next. No stack trace. */
import type { StudioErrorData } from '../../core/contract/StudioError.ts';

/** Fields of requests that hold what was typed: the message names it, and their names say nothing. */
const typed = new Set(['id', 'run', 'method']);

export function reportError(line: (text: string) => void, error: StudioErrorData): void {
  line(`Error: ${error.message}`);
  if (error.where !== null && !typed.has(error.where)) line(`  where  ${error.where}`);
  if (error.hint !== null) line(`  hint   ${error.hint}`);
}

/** An error as a person reads it: what, where, what to do next. No stack trace. */
import type { StudioErrorData } from '../../core/contract/StudioError.ts';

export function reportError(line: (text: string) => void, error: StudioErrorData): void {
  line(`Error: ${error.message}`);
  if (error.where !== null) line(`  where  ${error.where}`);
  if (error.hint !== null) line(`  hint   ${error.hint}`);
}

import { toast } from 'sonner';
import { describeError } from './describeError.ts';

/** For what went wrong where no place on the screen waits for it. */
export function showError(thrown: unknown): void {
  const { title, text } = describeError(thrown);
  toast.error(title, { description: text, duration: 8_000 });
}

import { toast } from 'sonner';
import { i18n } from '../i18n/i18n.ts';
import { toStudioError } from '../state/toStudioError.ts';

/** For what went wrong where no place on the screen waits for it. */
export function showError(thrown: unknown): void {
  const error = toStudioError(thrown);
  toast.error(i18n.t(`errors.${error.code}`), {
    description: [error.message, error.hint].filter(Boolean).join(' '),
    duration: 8_000,
  });
}

import { toast } from 'sonner';
import { i18n } from '../i18n/i18n.ts';
import { describeError } from './describeError.ts';

export interface NotOpened {
  /** Of the file. */
  readonly name: string;
  readonly thrown: unknown;
}

/**
 * Files that were not opened, in one toast: of several, all but the newest would lie hidden behind
 * it. `others` are networks whose turn it is not.
 */
export function showNotOpened(failed: readonly NotOpened[], others: readonly string[]): void {
  const errors = failed.map(({ name, thrown }) => describeError(thrown, name));
  const waiting =
    others.length > 0 ? [i18n.t('dropped.networks', { names: others.join(', ') })] : [];
  const [first] = errors;
  if (!first) {
    for (const line of waiting) toast.warning(line);
    return;
  }
  const lines = [...errors.map(({ text }) => text), ...waiting];
  toast.error(lines.length === 1 ? first.title : i18n.t('dropped.notOpened'), {
    description: lines.join('\n'),
    descriptionClassName: 'whitespace-pre-line',
    duration: 8_000 + 2_000 * lines.length,
  });
}

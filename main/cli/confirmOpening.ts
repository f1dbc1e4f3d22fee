/** Asks before the seal of a test split is opened, as the window does: it cannot be closed again. */
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { StudioError } from '../../core/contract/StudioError.ts';
import type { CommandContext } from './CommandContext.ts';
import { formatCounted } from './format.ts';

/**
 * Resolves when the person has typed the dataset's name. Throws StudioError `sealed` where nobody
 * can be asked, and `cancelled` for another answer; nothing is opened then.
 */
export async function confirmOpening(
  { terminal, json }: Pick<CommandContext, 'terminal' | 'json'>,
  { id, dataset, testOpenedAt }: Pick<RunRecord, 'id' | 'dataset' | 'testOpenedAt'>,
): Promise<void> {
  const before = testOpenedAt.length;
  const consequence =
    before === 0
      ? `The test split of run "${id}" is sealed. Once it is opened, choices that follow are no ` +
        'longer independent of it, and the run says so for good.'
      : `The test split of run "${id}" has been opened ${formatCounted(before, 'time')}. Opening it ` +
        'again is recorded, too.';
  if (json || !terminal.canAsk) {
    throw new StudioError('sealed', consequence, {
      where: '--split',
      hint: 'Nothing was opened. Add --yes to open it, or measure with --split validation.',
    });
  }
  terminal.line(consequence);
  const answer = await terminal.ask(`Type the dataset's name, ${dataset.name}, to open it: `);
  const names = [dataset.name, dataset.id].map((name) => name.toLowerCase());
  if (names.includes(answer.trim().toLowerCase())) return;
  throw new StudioError('cancelled', 'The test split stays as it was: the name is another.', {
    hint: 'Measure with --split validation as often as you like.',
  });
}

/**
 * What was dropped or chosen along with the file that is open: it comes next, unless it is taken
 * out.
 */
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fileNameOf } from '../../../format/fileNameOf.ts';
import { useImporting } from '../../../state/importing.ts';

export function ImportQueue() {
  const { t } = useTranslation();
  const waiting = useImporting((state) => state.waiting);
  const skip = useImporting((state) => state.skip);
  if (waiting.length === 0) return null;
  return (
    <div className="flex items-start gap-2 text-xs" data-testid="import-queue">
      <span className="caption shrink-0 py-1">{t('import.next')}</span>
      <ul className="flex max-h-20 min-w-0 flex-wrap gap-1 overflow-y-auto">
        {waiting.map((path) => (
          <li
            key={path}
            title={path}
            className="flex max-w-60 items-center gap-1 rounded-md bg-sunken py-0.5 pr-0.5 pl-2"
          >
            <span className="truncate">{fileNameOf(path)}</span>
            <button
              type="button"
              aria-label={t('import.skip', { name: fileNameOf(path) })}
              onClick={() => skip(path)}
              className="rounded p-0.5 text-muted transition-colors hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-3" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

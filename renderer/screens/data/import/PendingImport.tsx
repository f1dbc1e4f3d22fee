import { FileInput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cn } from '../../../components/cn.ts';
import { fileNameOf } from '../../../format/fileNameOf.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useImporting } from '../../../state/importing.ts';
import { useViewedDataset } from '../../../state/viewedDataset.ts';

interface PendingImportProps {
  readonly isShown: boolean;
}

/** The way back to an import that was left to look at something else. */
export function PendingImport({ isShown }: PendingImportProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const draft = useImporting((state) => state.draft);
  const viewImport = useViewedDataset((state) => state.viewImport);
  if (!draft) return null;
  const { path, progress } = draft;
  return (
    <button
      type="button"
      aria-current={isShown}
      data-testid="pending-import"
      onClick={viewImport}
      className={cn(
        'flex w-full items-start gap-2 rounded-lg px-2 py-1.5 text-left transition-colors hover:bg-hover',
        isShown && 'bg-accent-soft text-accent-ink hover:bg-accent-soft',
      )}
    >
      <FileInput aria-hidden className="mt-0.5 size-4 shrink-0 opacity-70" strokeWidth={1.75} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{fileNameOf(path)}</span>
        <span className="caption block truncate">
          {progress
            ? t('import.running', { percent: format.wholePercent(progress.fraction) })
            : t('import.pending')}
        </span>
      </span>
    </button>
  );
}

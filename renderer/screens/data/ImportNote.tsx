/** An import in work, or why it failed, where the person looks. */
import { LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StudioError } from '../../../core/contract/StudioError.ts';
import { importDataset, importPath } from '../../actions/importDataset.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useDatasets } from '../../state/datasets.ts';
import { TargetRetry } from './TargetRetry.tsx';

/** Another column to predict helps only where the one that was tried is at fault. */
const isAboutTarget = ({ message, where }: StudioError) =>
  /\btarget\b/i.test(message) && (where?.includes('column') ?? false);

export function ImportNote() {
  const { t } = useTranslation();
  const format = useFormat();
  const { job, dismissImport } = useDatasets();
  if (!job) return null;
  const fileName = job.path.split(/[\\/]/).at(-1) ?? job.path;
  if (!job.error) {
    return (
      <div
        role="status"
        className="m-4 mb-0 flex items-center gap-3 rounded-lg border border-line px-3 py-2"
      >
        <LoaderCircle aria-hidden className="size-4 animate-spin text-accent-ink" />
        <span className="min-w-0 truncate">{t('data.importing', { name: fileName })}</span>
        {job.fraction === null ? null : (
          <span className="number ml-auto">{format.wholePercent(job.fraction)}</span>
        )}
      </div>
    );
  }
  return (
    <div className="m-4 mb-0" data-testid="import-error">
      <p className="caption mb-1">{fileName}</p>
      <ErrorNote
        error={job.error}
        action={
          <>
            {isAboutTarget(job.error) ? (
              <TargetRetry path={job.path} />
            ) : (
              <Button size="sm" onClick={() => void importPath(job.path)}>
                {t('data.tryAgain')}
              </Button>
            )}
            <Button size="sm" onClick={() => void importDataset()}>
              {t('data.otherFile')}
            </Button>
            <Button size="sm" variant="ghost" onClick={dismissImport}>
              {t('common.dismiss')}
            </Button>
          </>
        }
      />
    </div>
  );
}

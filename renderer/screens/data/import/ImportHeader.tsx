import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { type ImportDraft, useImporting } from '../../../state/importing.ts';
import { fileNameOf } from './fileNameOf.ts';
import { ImportProgressBar } from './ImportProgressBar.tsx';
import { ImportQueue } from './ImportQueue.tsx';

export function ImportHeader({ draft }: { readonly draft: ImportDraft }) {
  const { t } = useTranslation();
  const close = useImporting((state) => state.close);
  const { path, inspection, progress } = draft;
  return (
    <header className="flex flex-col gap-3">
      <div className="flex items-start gap-2">
        <div className="mr-auto min-w-0">
          <h1 className="truncate text-lg font-semibold" title={fileNameOf(path)}>
            {t('import.title', { name: fileNameOf(path) })}
          </h1>
          <p className="truncate text-muted selectable" title={path}>
            {path}
          </p>
        </div>
        {progress ? null : (
          <>
            <Button variant="ghost" onClick={close}>
              {t('import.discard')}
            </Button>
            <Button
              type="submit"
              variant="primary"
              data-testid="import-run"
              disabled={inspection === null}
            >
              {t('data.import')}
            </Button>
          </>
        )}
      </div>
      {progress ? <ImportProgressBar progress={progress} /> : null}
      <ImportQueue />
    </header>
  );
}

import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Tooltip } from '../../../components/Tooltip.tsx';
import { fileNameOf } from '../../../format/fileNameOf.ts';
import { useMessage } from '../../../i18n/useMessage.ts';
import { type ImportDraft, isRefused, useImporting } from '../../../state/importing.ts';
import { ImportProgressBar } from './ImportProgressBar.tsx';
import { ImportQueue } from './ImportQueue.tsx';

export function ImportHeader({ draft }: { readonly draft: ImportDraft }) {
  const { t } = useTranslation();
  const close = useImporting((state) => state.close);
  const { path, inspection, progress } = draft;
  const say = useMessage();
  const reason = isRefused(draft)
    ? (inspection?.refusals.map(({ message }) => say(message)).join(' ') ?? null)
    : null;
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
            <Tooltip text={reason} side="bottom">
              <Button
                type="submit"
                variant="primary"
                data-testid="import-run"
                disabled={inspection === null}
                aria-disabled={reason !== null}
                {...(reason !== null && { 'aria-description': reason })}
              >
                {t('data.import')}
              </Button>
            </Tooltip>
          </>
        )}
      </div>
      {progress ? <ImportProgressBar progress={progress} /> : null}
      <ImportQueue />
    </header>
  );
}

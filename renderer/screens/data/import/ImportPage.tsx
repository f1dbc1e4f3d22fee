/**
 * What a file or folder is taken for, before it is imported: everything that was found, all of it
 * changeable, with the first rows or images as they would become.
 */
import { LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { importDataset, runImport } from '../../../actions/importDataset.ts';
import { Button } from '../../../components/Button.tsx';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { Section } from '../../../components/Section.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { type ImportDraft, isRefused, useImporting } from '../../../state/importing.ts';
import { useInspection } from '../../../state/inspection.ts';
import { ClassBalance } from '../ClassBalance.tsx';
import { WarningList } from '../WarningList.tsx';
import { FirstRows } from './FirstRows.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportFacts } from './ImportFacts.tsx';
import { ImportForm } from './ImportForm.tsx';
import { ImportHeader } from './ImportHeader.tsx';
import { ImportImages } from './ImportImages.tsx';
import { ImportRefusals } from './ImportRefusals.tsx';
import { ImportWaysOut } from './ImportWaysOut.tsx';

export function ImportPage({ draft }: { readonly draft: ImportDraft }) {
  const { t } = useTranslation();
  const { inspection, problem, isLooking } = draft;
  const inspect = useInspection((state) => state.inspect);
  const refusals = useRef<HTMLUListElement>(null);
  // What is explained is a control of this page, and goes with it.
  useEffect(() => () => inspect(null), [inspect]);
  return (
    <form
      data-testid="import-page"
      aria-busy={isLooking}
      className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto p-6"
      onSubmit={(event) => {
        event.preventDefault();
        // Who presses the button all the same is led to what lets it go on.
        if (isRefused(draft)) refusals.current?.querySelector('button')?.focus();
        else void runImport();
      }}
    >
      <ImportHeader draft={draft} />
      {problem ? <Refusal draft={draft} /> : null}
      {problem || draft.progress ? null : (
        <ImportRefusals ref={refusals} refusals={inspection?.refusals ?? []} />
      )}
      {/* While it is imported, what was chosen is in sight and stays as it is. */}
      <fieldset disabled={draft.progress !== null} className="contents">
        <ImportForm draft={draft} />
        {inspection ? <Found draft={draft} /> : null}
      </fieldset>
      {inspection === null && isLooking ? (
        <p role="status" className="flex items-center gap-2 text-muted">
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
          {t('import.looking')}
        </p>
      ) : null}
    </form>
  );
}

function Refusal({ draft: { path, problem } }: { readonly draft: ImportDraft }) {
  const { t } = useTranslation();
  const open = useImporting((state) => state.open);
  if (!problem) return null;
  return (
    <div data-testid="import-error">
      <ErrorNote
        error={problem}
        action={
          <>
            <ImportWaysOut wayOut={problem.wayOut ?? null} />
            <Button size="sm" onClick={() => open(path)}>
              {t('data.tryAgain')}
            </Button>
            <Button size="sm" onClick={() => void importDataset()}>
              {t('data.otherFile')}
            </Button>
          </>
        }
      />
    </div>
  );
}

function Found({ draft }: { readonly draft: ImportDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { inspection } = draft;
  if (!inspection) return null;
  const { columns, rows, images, classes, classCount, warnings, target } = inspection;
  const isCut = classCount > classes.length;
  return (
    <>
      <WarningList warnings={warnings} />
      <ImportFacts inspection={inspection} />
      {columns.length > 0 ? <ImportColumns draft={draft} columns={columns} rows={rows} /> : null}
      {rows.length > 0 ? <FirstRows columns={columns} rows={rows} /> : null}
      {images.length > 0 ? <ImportImages inspection={inspection} /> : null}
      {classes.length > 0 ? (
        <Section
          title={t('data.classes')}
          note={
            isCut
              ? t('import.cut', { shown: classes.length, all: format.integer(classCount) })
              : target
          }
        >
          <ClassBalance
            labels={classes.map(({ label }) => label)}
            counts={classes.map(({ count }) => count)}
          />
        </Section>
      ) : null}
    </>
  );
}

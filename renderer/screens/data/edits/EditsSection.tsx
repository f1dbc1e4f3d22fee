/** What was changed about the samples since the import: a list, each with its way back. */
import { Redo2, RotateCcw, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { DatasetEdits } from '../../../../core/contract/SampleEdit.ts';
import { redoEdit, revertSamples, undoEdit } from '../../../actions/editSamples.ts';
import { Button } from '../../../components/Button.tsx';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { Section } from '../../../components/Section.tsx';
import { useRequest } from '../../../components/useRequest.ts';
import { useFormat } from '../../../format/useFormat.ts';

export function EditsSection({ dataset }: { readonly dataset: DatasetInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { result, error } = useRequest('datasets.edits', { id: dataset.id }, dataset.hash);
  if (error) {
    return (
      <Section title={t('edits.title')}>
        <ErrorNote error={error} />
      </Section>
    );
  }
  if (!result || (result.edits.length === 0 && result.undo === 0 && result.redo === 0)) return null;
  const { edits, excluded, relabelled, undo, redo, changedAt } = result;
  const note = t('edits.counts', {
    excluded: format.integer(excluded),
    relabelled: format.integer(relabelled),
    time: format.dateTime(changedAt),
  });
  const actions = (
    <>
      <IconButton
        icon={Undo2}
        label={t('edits.undo', { samples: format.integer(undo) })}
        disabled={undo === 0}
        onClick={() => void undoEdit(dataset.id)}
      />
      <IconButton
        icon={Redo2}
        label={t('edits.redo', { samples: format.integer(redo) })}
        disabled={redo === 0}
        onClick={() => void redoEdit(dataset.id)}
      />
      <Button
        size="sm"
        data-testid="revert-all"
        disabled={edits.length === 0}
        onClick={() => void revertSamples(dataset.id, null)}
      >
        <RotateCcw aria-hidden />
        {t('edits.revertAll')}
      </Button>
    </>
  );
  return (
    <Section title={t('edits.title')} note={note} action={actions}>
      <div data-testid="edits">
        {edits.length === 0 ? (
          <p className="text-muted">{t('edits.none')}</p>
        ) : (
          <EditList dataset={dataset} edits={result} />
        )}
      </div>
    </Section>
  );
}

interface EditListProps {
  readonly dataset: DatasetInfo;
  readonly edits: DatasetEdits;
}

function EditList({ dataset, edits: { edits, total } }: EditListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <ul className="max-h-64 overflow-y-auto">
        {edits.map(({ index, isExcluded, target }) => (
          <li key={index} className="flex h-8 items-center gap-3 border-t border-line">
            <span className="number w-16 text-right text-xs text-faint">
              {format.integer(index)}
            </span>
            <span className="min-w-0 flex-1 truncate">
              {[
                isExcluded ? t('edits.isExcluded') : null,
                target ? `${target.imported} → ${target.now}` : null,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
            <IconButton
              icon={RotateCcw}
              label={t('edits.revert', { index: format.integer(index) })}
              onClick={() => void revertSamples(dataset.id, [index])}
            />
          </li>
        ))}
      </ul>
      {total > edits.length ? (
        <p className="caption mt-1">
          {t('edits.cut', { shown: format.integer(edits.length), all: format.integer(total) })}
        </p>
      ) : null}
    </>
  );
}

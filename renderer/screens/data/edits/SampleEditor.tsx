import { Ban, RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { SampleChange } from '../../../../core/contract/SampleEdit.ts';
import { editSamples, revertSamples } from '../../../actions/editSamples.ts';
import { Button } from '../../../components/Button.tsx';
import { Field } from '../../../components/Field.tsx';
import type { DatasetRow } from '../useDatasetRows.ts';
import { TargetField } from './TargetField.tsx';

interface SampleEditorProps {
  readonly dataset: DatasetInfo;
  readonly row: DatasetRow;
}

/** Its target, whether it takes part, and the way back to what was imported. */
export function SampleEditor({ dataset, row }: SampleEditorProps) {
  const { t } = useTranslation();
  const [isWorking, setIsWorking] = useState(false);
  const { index, edit } = row;
  const isExcluded = edit?.isExcluded ?? false;
  const work = async (editing: Promise<unknown>) => {
    setIsWorking(true);
    await editing;
    setIsWorking(false);
  };
  const change = (changes: Omit<SampleChange, 'index'>) =>
    work(editSamples(dataset.id, [{ index, ...changes }]));
  return (
    <fieldset disabled={isWorking} className="flex flex-col gap-3 border-t border-line pt-3">
      <Field
        label={dataset.target.name}
        subject={{ kind: 'help', topic: 'sampleEdits' }}
        note={
          edit && edit.importedTarget !== null
            ? t('edits.imported', { target: edit.importedTarget })
            : null
        }
      >
        {(id) => (
          <TargetField
            key={row.target}
            id={id}
            dataset={dataset}
            value={row.target}
            onChange={(target) => void change({ target })}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          data-testid="exclude-sample"
          onClick={() => void change({ isExcluded: !isExcluded })}
        >
          {isExcluded ? <Undo2 aria-hidden /> : <Ban aria-hidden />}
          {t(isExcluded ? 'edits.include' : 'edits.exclude')}
        </Button>
        {edit ? (
          <Button
            size="sm"
            variant="ghost"
            data-testid="revert-sample"
            onClick={() => void work(revertSamples(dataset.id, [index]))}
          >
            <RotateCcw aria-hidden />
            {t('edits.asImported')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

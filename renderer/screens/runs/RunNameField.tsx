import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { focusRun } from '../../actions/focusRun.ts';
import { showError } from '../../actions/showError.ts';
import { RenameField } from '../../components/RenameField.tsx';
import { useRuns } from '../../state/runs.ts';

interface RunNameFieldProps {
  readonly run: RunRecord;
  readonly className: string;
  /** Takes the field away. */
  readonly onEnd: () => void;
}

export function RunNameField({ run, className, onEnd }: RunNameFieldProps) {
  const { t } = useTranslation();
  const rename = useRuns((state) => state.rename);
  return (
    <RenameField
      name={run.name}
      label={t('runs.columns.name')}
      className={className}
      onDone={(name) => {
        // Left by Enter or Escape, the field still has the keyboard: nothing else would get it.
        if (document.activeElement instanceof HTMLInputElement) {
          flushSync(onEnd);
          focusRun(run.id);
        } else {
          onEnd();
        }
        if (name) rename(run.id, name).catch(showError);
      }}
    />
  );
}

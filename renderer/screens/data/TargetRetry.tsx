import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importPath } from '../../actions/importDataset.ts';
import { Button } from '../../components/Button.tsx';

interface TargetRetryProps {
  readonly path: string;
}

/**
 * A CSV may be fine but for the column to predict, which is the last one unless it is named here.
 */
export function TargetRetry({ path }: TargetRetryProps) {
  const { t } = useTranslation();
  const [target, setTarget] = useState('');
  return (
    <form
      className="flex gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        void importPath(path, target.trim() || undefined);
      }}
    >
      <input
        value={target}
        onChange={(event) => setTarget(event.target.value)}
        aria-label={t('data.target')}
        placeholder={t('data.target')}
        className="h-7 w-44 rounded-lg border border-line bg-raised px-2 text-xs selectable placeholder:text-faint"
      />
      <Button size="sm" type="submit">
        {t('data.tryAgain')}
      </Button>
    </form>
  );
}

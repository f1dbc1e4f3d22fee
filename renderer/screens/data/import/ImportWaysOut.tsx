import { useTranslation } from 'react-i18next';
import type { WayOut } from '../../../../core/contract/StudioError.ts';
import { Button } from '../../../components/Button.tsx';
import { withUse, withWayOut } from '../../../state/importChoices.ts';
import { useImporting } from '../../../state/importing.ts';

const LABELS = {
  'leave-ragged-out': 'import.leaveRowsOut',
  'leave-damaged-out': 'import.leaveImagesOut',
  'quotes-are-letters': 'import.quotesAreLetters',
} as const;

const isLabelled = (wayOut: WayOut): wayOut is keyof typeof LABELS => Object.hasOwn(LABELS, wayOut);

interface ImportWaysOutProps {
  readonly wayOut: WayOut | null;
  /** Whose use is to be changed. */
  readonly column?: string | null;
}

/** Buttons that make the choices by which a refused import goes on. */
export function ImportWaysOut({ wayOut, column = null }: ImportWaysOutProps) {
  const { t } = useTranslation();
  const choices = useImporting(({ draft }) => draft?.choices ?? {});
  const choose = useImporting((state) => state.choose);
  if (column !== null) {
    return (['category', 'skip'] as const).map((use) => (
      <Button key={use} size="sm" onClick={() => choose(withUse(choices, column, use))}>
        {t(use === 'skip' ? 'import.skipColumn' : 'import.asCategories', { name: column })}
      </Button>
    ));
  }
  const chosen = wayOut && withWayOut(choices, wayOut);
  if (!chosen || !isLabelled(wayOut)) return null;
  return (
    <Button size="sm" onClick={() => choose(chosen)}>
      {t(LABELS[wayOut])}
    </Button>
  );
}

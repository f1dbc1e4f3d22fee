import { useTranslation } from 'react-i18next';
import type { SplitTable } from '../../../../core/contract/SplitTable.ts';
import { useFormat } from '../../../format/useFormat.ts';

interface SplitClassesProps {
  readonly table: SplitTable;
}

const MOST_CLASSES = 200;
const roles = ['train', 'validation', 'test'] as const;
const fills = { train: 'bg-train', validation: 'bg-validation', test: 'bg-test' } as const;

/** How many samples of each class each part has; none is marked, since it cannot be judged. */
export function SplitClasses({ table: { classes } }: SplitClassesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = classes.slice(0, MOST_CLASSES);
  return (
    <section
      aria-label={t('split.classes')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className="max-h-56 overflow-y-auto"
    >
      <table className="w-full text-right" data-testid="split-classes">
        <thead className="text-xs text-muted">
          <tr className="sticky top-0 bg-surface">
            <th scope="col" className="py-1 pr-4 text-left font-medium">
              {t('split.class')}
            </th>
            {roles.map((role) => (
              <th key={role} scope="col" className="w-24 py-1 pl-4 font-medium">
                <span
                  aria-hidden
                  className={`mr-1.5 inline-block size-2 rounded-full ${fills[role]}`}
                />
                {t(`roles.${role}`)}
              </th>
            ))}
            <th aria-hidden className="w-1/3" />
          </tr>
        </thead>
        <tbody>
          {shown.map(({ label, ...counts }) => {
            const all = roles.reduce((sum, role) => sum + counts[role], 0);
            return (
              <tr key={label} className="border-t border-line text-xs">
                <th scope="row" className="max-w-40 truncate py-1 pr-4 text-left font-normal">
                  {label}
                </th>
                {roles.map((role) => (
                  <td
                    key={role}
                    className={`number py-1 pl-4 ${counts[role] === 0 ? 'text-attention' : ''}`}
                  >
                    {format.integer(counts[role])}
                  </td>
                ))}
                <td aria-hidden className="py-1 pl-6">
                  <span className="flex h-2 gap-px overflow-hidden rounded-full bg-sunken">
                    {roles.map((role) => (
                      <span
                        key={role}
                        className={fills[role]}
                        style={{ width: `${(100 * counts[role]) / Math.max(1, all)}%` }}
                      />
                    ))}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {classes.length > shown.length ? (
        <p className="caption py-1">
          {t('import.cut', { shown: shown.length, all: format.integer(classes.length) })}
        </p>
      ) : null}
    </section>
  );
}

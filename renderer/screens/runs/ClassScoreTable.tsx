/** Precision, recall and F1 of each class, and their means. */
import { useTranslation } from 'react-i18next';
import type { ClassificationScores } from '../../../core/contract/Scores.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useInspection } from '../../state/inspection.ts';

interface ClassScoreTableProps {
  readonly labels: readonly string[];
  readonly scores: ClassificationScores;
}

const explain = () => useInspection.getState().inspect({ kind: 'help', topic: 'classScores' });

export function ClassScoreTable({ labels, scores }: ClassScoreTableProps) {
  const { t } = useTranslation();
  const { classes, macro, weighted } = scores;
  const total = classes.reduce((sum, { support }) => sum + support, 0);
  return (
    <div className="overflow-x-auto pb-1" onPointerDown={explain}>
      <table data-testid="class-scores" className="text-xs">
        <caption className="sr-only">{t('scores.title')}</caption>
        <thead>
          <tr className="caption text-right [&>th]:px-3 [&>th]:pb-1.5 [&>th]:font-normal">
            <th scope="col">{t('scores.class')}</th>
            <th scope="col">{t('scores.precision')}</th>
            <th scope="col">{t('scores.recall')}</th>
            <th scope="col">{t('scores.f1')}</th>
            <th scope="col">{t('scores.support')}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((one, index) => (
            <ScoreRow key={labels[index] ?? index} name={labels[index] ?? ''} {...one} />
          ))}
        </tbody>
        <tfoot className="border-t border-line-strong">
          <ScoreRow name={t('scores.macro')} {...macro} support={total} />
          <ScoreRow name={t('scores.weighted')} {...weighted} support={total} />
        </tfoot>
      </table>
    </div>
  );
}

interface ScoreRowProps {
  readonly name: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

function ScoreRow({ name, precision, recall, f1, support }: ScoreRowProps) {
  const format = useFormat();
  return (
    <tr className="number h-7 border-b border-line text-right [&>td]:px-3">
      <th
        scope="row"
        title={name}
        className="max-w-40 truncate px-3 font-sans font-medium text-muted"
      >
        {name}
      </th>
      <td>{format.percent(precision)}</td>
      <td>{format.percent(recall)}</td>
      <td>{format.percent(f1)}</td>
      <td className="text-faint">{format.integer(support)}</td>
    </tr>
  );
}

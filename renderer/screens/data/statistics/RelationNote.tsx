import { useTranslation } from 'react-i18next';
import type { TargetRelation } from '../../../../core/contract/DatasetStatistics.ts';
import { useFormat } from '../../../format/useFormat.ts';

interface RelationNoteProps {
  readonly relation: TargetRelation;
  readonly classes: readonly string[];
  readonly format?: (value: number) => string;
}

const SHOWN_CLASSES = 3;

/** What the column says of the target by itself. */
export function RelationNote({ relation, classes, format: given }: RelationNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const write = given ?? format.compact;
  if (relation.kind === 'correlation') {
    return (
      <p className="caption" title={t('statistics.correlationHelp')}>
        {t('statistics.correlation')} <span className="number">{relation.value.toFixed(2)}</span>
      </p>
    );
  }
  const means = relation.means.flatMap((mean, index) =>
    mean === null ? [] : [`${classes[index]} ${write(mean)}`],
  );
  const shown = means.slice(0, SHOWN_CLASSES).join(' · ');
  return (
    <div className="caption" title={means.join('\n')}>
      <p title={t('statistics.betweenHelp')}>
        {t('statistics.between', { share: format.percent(relation.explained) })}
      </p>
      <p className="truncate">
        {t('statistics.classMeans')} {shown}
        {means.length > SHOWN_CLASSES ? ' …' : ''}
      </p>
    </div>
  );
}

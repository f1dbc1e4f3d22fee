/** What one number can say of an evaluation beyond loss and accuracy. */
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../core/contract/RunRecord.ts';
import type { ClassificationScores, RegressionScores } from '../../../core/contract/Scores.ts';
import { Fact } from '../../components/Fact.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useInspection } from '../../state/inspection.ts';

interface ScoreFactsProps {
  readonly evaluation: Evaluation;
}

export function ScoreFacts({ evaluation }: ScoreFactsProps) {
  const { classification, regression } = evaluation;
  const explain = () =>
    useInspection.getState().inspect({
      kind: 'help',
      topic: classification ? 'classificationScores' : 'regressionScores',
    });
  if (!classification && !regression) return null;
  return (
    <dl
      data-testid="score-facts"
      onPointerDown={explain}
      className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-6 gap-y-3"
    >
      {classification ? <ClassificationFacts scores={classification} /> : null}
      {regression ? <RegressionFacts scores={regression} /> : null}
    </dl>
  );
}

function ClassificationFacts({ scores }: { readonly scores: ClassificationScores }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { topK, rocAuc, averagePrecision, expectedCalibrationError } = scores;
  return (
    <>
      <Fact label={t('scores.rocAuc')}>{format.loss(rocAuc)}</Fact>
      <Fact label={t('scores.averagePrecision')}>{format.loss(averagePrecision)}</Fact>
      <Fact label={t('scores.calibrationError')}>{format.percent(expectedCalibrationError)}</Fact>
      {topK ? (
        <Fact label={t('scores.topK', { k: topK.k })}>{format.percent(topK.accuracy)}</Fact>
      ) : null}
    </>
  );
}

function RegressionFacts({ scores }: { readonly scores: RegressionScores }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Fact label={t('scores.r2')}>{format.loss(scores.r2)}</Fact>
      <Fact label={t('scores.meanAbsoluteError')}>{format.decimal(scores.meanAbsoluteError)}</Fact>
      <Fact label={t('scores.rootMeanSquaredError')}>
        {format.decimal(scores.rootMeanSquaredError)}
      </Fact>
    </>
  );
}

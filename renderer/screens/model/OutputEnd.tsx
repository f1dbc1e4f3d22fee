import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat.ts';
import { useCheck } from '../../state/check.ts';
import { useExperiment } from '../../state/experiment.ts';
import { EndOfModel } from './EndOfModel.tsx';

/** What comes out, and the loss that judges it. */
export function OutputEnd({ isWrong }: { readonly isWrong: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shape = useCheck(({ report }) => report?.layers.at(-1)?.outputShape);
  const loss = useExperiment(({ draft }) => draft?.spec.loss.type);
  return (
    <EndOfModel name={t('model.outputEnd')} note={loss ?? ''} isWrong={isWrong}>
      {shape ? format.shape(shape) : '–'}
    </EndOfModel>
  );
}

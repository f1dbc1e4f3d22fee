import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { useProblems } from '../../state/useProblems.ts';

/** That a run starts from the weights of an imported model, and the way back to random ones. */
export function InitialModelNote() {
  const { t } = useTranslation();
  const initialModel = useExperiment(({ draft }) => draft?.spec.initialModel);
  const change = useExperiment((state) => state.change);
  const [problem] = useProblems('initialModel');
  if (initialModel === undefined) return null;
  return (
    <div className="border-b border-line px-6 py-2" data-testid="initial-model">
      {problem ? (
        <ProblemNote problem={problem} />
      ) : (
        <p className="flex items-center gap-2 text-muted">
          {t('importedModel.startsFrom', { model: initialModel })}
          <Button
            size="sm"
            variant="ghost"
            onClick={() =>
              change(({ spec }) => {
                delete spec.initialModel;
              })
            }
          >
            {t('importedModel.random')}
          </Button>
        </p>
      )}
    </div>
  );
}

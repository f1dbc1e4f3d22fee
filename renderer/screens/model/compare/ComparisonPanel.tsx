/** The open experiment beside another: the settings that differ, and the layers of both in line. */
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExperimentComparison } from '../../../../core/contract/ExperimentComparison.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { Select } from '../../../components/Select.tsx';
import { useLatest } from '../../../components/useLatest.ts';
import { useComparison } from '../../../state/comparison.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { useExperimentLibrary } from '../../../state/experimentLibrary.ts';
import { ComparedLayers } from './ComparedLayers.tsx';
import { ComparedSettings } from './ComparedSettings.tsx';

export function ComparisonPanel() {
  const isOpen = useComparison((state) => state.isOpen);
  return isOpen ? <Open /> : null;
}

function Open() {
  const { t } = useTranslation();
  const { other, open, close } = useComparison();
  const id = useExperiment((state) => state.id);
  const documents = useExperimentLibrary((state) => state.documents);
  const others = documents.filter((document) => document.id !== id);
  return (
    <section
      aria-label={t('compare.title')}
      data-testid="comparison"
      className="flex flex-col gap-3 border-b border-line px-6 py-4"
    >
      <div className="flex items-center gap-2">
        <h2 className="text-sm font-semibold">{t('compare.title')}</h2>
        <Select
          label={t('compare.other')}
          value={other ?? ''}
          placeholder={t('compare.choose')}
          options={others.map(({ id: value, spec }) => ({ value, label: spec.name }))}
          onChange={open}
          className="w-64"
        />
        <IconButton icon={X} label={t('compare.close')} onClick={close} className="ml-auto" />
      </div>
      {others.length === 0 ? <p className="text-muted">{t('compare.none')}</p> : null}
      {other === null || other === id ? null : <Compared other={other} />}
    </section>
  );
}

function Compared({ other }: { readonly other: string }) {
  const first = useExperiment(({ draft }) => draft?.spec);
  const second = useExperimentLibrary(
    ({ documents }) => documents.find(({ id }) => id === other)?.spec,
  );
  return first && second ? <Differences first={first} second={second} /> : null;
}

type Spec = NonNullable<ReturnType<typeof useExperiment.getState>['draft']>['spec'];

function Differences({ first, second }: { readonly first: Spec; readonly second: Spec }) {
  const { t } = useTranslation();
  const { result, error } = useLatest('experiments.compare', { first, second });
  if (error) return <ErrorNote error={error} />;
  if (!result) return null;
  const names = { first: first.name, second: second.name };
  return isAlike(result) ? (
    <p className="text-muted">{t('compare.alike')}</p>
  ) : (
    <>
      <ComparedSettings settings={result.settings} {...names} />
      <ComparedLayers layers={result.layers} {...names} />
    </>
  );
}

const isAlike = ({ settings, layers }: ExperimentComparison) =>
  settings.length === 0 && layers.every(({ isSame }) => isSame);

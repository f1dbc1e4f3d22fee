/** The open experiment beside another: the settings that differ, and the layers of both in line. */
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExperimentComparison } from '../../../../core/contract/ExperimentComparison.ts';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { Select } from '../../../components/Select.tsx';
import { useLatest } from '../../../components/useLatest.ts';
import { experimentTitle } from '../../../format/experimentTitle.ts';
import { useFormat } from '../../../format/useFormat.ts';
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
  const format = useFormat();
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
          options={others.map((document) => ({
            value: document.id,
            label: experimentTitle(document, documents),
            note: format.ago(document.updatedAt, Date.now()),
          }))}
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
  const { id, draft } = useExperiment();
  const documents = useExperimentLibrary((state) => state.documents);
  const second = documents.find((document) => document.id === other);
  if (id === null || !draft || !second) return null;
  const names = {
    first: experimentTitle({ id, spec: draft.spec }, documents),
    second: experimentTitle(second, documents),
  };
  return <Differences first={draft.spec} second={second.spec} names={names} />;
}

interface DifferencesProps {
  readonly first: ExperimentSpec;
  readonly second: ExperimentSpec;
  readonly names: { readonly first: string; readonly second: string };
}

function Differences({ first, second, names }: DifferencesProps) {
  const { t } = useTranslation();
  const { result, error } = useLatest('experiments.compare', { first, second });
  if (error) return <ErrorNote error={error} />;
  if (!result) return null;
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

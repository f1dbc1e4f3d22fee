import { useTranslation } from 'react-i18next';
import { Select } from '../../components/Select.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useExperimentLibrary } from '../../state/experimentLibrary.ts';
import { usePreferences } from '../../state/preferences.ts';
import { countExperiments, type RunExperiment } from '../../state/runExperiments.ts';

/** No key of an experiment. */
const ALL = '*';

interface ExperimentFilterProps {
  /** Of every run. */
  readonly experiments: readonly RunExperiment[];
  /** The key of the one that is chosen; null for all. */
  readonly runsOf: string | null;
}

/** Which experiment's runs the table lists; nothing where there is nothing to choose. */
export function ExperimentFilter({ experiments, runsOf }: ExperimentFilterProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const set = usePreferences((state) => state.set);
  const documents = useExperimentLibrary((state) => state.documents);
  const counted = countExperiments(experiments);
  const chosen = documents.find(({ id }) => id === runsOf);
  if (chosen && !counted.some(({ key }) => key === runsOf)) {
    counted.push({ key: chosen.id, name: chosen.spec.name, runs: 0 });
  }
  if (runsOf === null && counted.length < 2) return null;
  return (
    <Select
      label={t('runs.experiment')}
      className="w-48 shrink-0"
      value={runsOf ?? ALL}
      options={[
        { value: ALL, label: t('runs.allExperiments') },
        ...counted.map(({ key, name, runs }) => ({
          value: key,
          label: name,
          note: format.integer(runs),
        })),
      ]}
      onChange={(value) => set({ runsOf: value === ALL ? null : value })}
    />
  );
}

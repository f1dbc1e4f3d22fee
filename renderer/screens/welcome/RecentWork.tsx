import { useTranslation } from 'react-i18next';
import { openExperiment } from '../../actions/openExperiment.ts';
import { Section } from '../../components/Section.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useExperimentLibrary } from '../../state/experimentLibrary.ts';
import { useNavigation } from '../../state/navigation.ts';
import { usePalette } from '../../state/palette.ts';
import { useRuns } from '../../state/runs.ts';

const SHOWN = 5;
const row =
  'flex h-9 w-full items-center gap-3 rounded-lg px-2.5 text-left transition-colors hover:bg-hover';

/** Where the person left off; nothing at all on the first start. */
export function RecentWork() {
  const { t } = useTranslation();
  const format = useFormat();
  const documents = useExperimentLibrary((state) => state.documents);
  const runs = useRuns((state) => state.runs);
  const openRunPage = useNavigation((state) => state.openRunPage);
  const now = Date.now();
  if (documents.length === 0 && runs.length === 0) return null;
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-6 md:grid-cols-2">
      <Section title={t('welcome.experiments')}>
        <ul className="-mx-2.5">
          {documents.slice(0, SHOWN).map((document) => (
            <li key={document.id}>
              <button type="button" className={row} onClick={() => openExperiment(document)}>
                <span className="min-w-0 flex-1 truncate">{document.spec.name}</span>
                <span className="caption shrink-0">{format.ago(document.updatedAt, now)}</span>
              </button>
            </li>
          ))}
          {documents.length > SHOWN ? (
            <li>
              <button type="button" className={row} onClick={usePalette.getState().showExperiments}>
                <span className="text-muted">{t('experiment.all')}</span>
              </button>
            </li>
          ) : null}
        </ul>
      </Section>
      {runs.length > 0 ? (
        <Section title={t('welcome.runs')}>
          <ul className="-mx-2.5">
            {runs.slice(0, SHOWN).map((run) => (
              <li key={run.id}>
                <button type="button" className={row} onClick={() => openRunPage(run.id)}>
                  <span className="min-w-0 flex-1 truncate">{run.name}</span>
                  <span className="caption shrink-0">{format.ago(run.createdAt, now)}</span>
                  <span className="number w-16 shrink-0 text-right text-xs text-validation-ink">
                    {format.percent(run.last?.validation.accuracy)}
                  </span>
                  <StatusBadge status={run.status} className="caption w-20 shrink-0" />
                </button>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}

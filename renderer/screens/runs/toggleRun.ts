import { runTitle } from '../../format/runTitle.ts';
import { i18n } from '../../i18n/i18n.ts';
import { announce } from '../../state/announcement.ts';
import { useInspection } from '../../state/inspection.ts';
import { useRuns } from '../../state/runs.ts';
import { useRunList } from './useRunList.ts';

/** Lays a run's curve over the others, or takes it away. */
export function toggleRun(id: string): void {
  const isChosen = useRunList.getState().toggle(id);
  useInspection.getState().inspect({ kind: 'help', topic: 'compare' });
  const { runs } = useRuns.getState();
  const { chosen } = useRunList.getState();
  const run = runs.find((one) => one.id === id);
  announce(
    i18n.t(isChosen ? 'runs.nowCompared' : 'runs.noLongerCompared', {
      name: run && runTitle(run, runs),
      count: runs.filter((one) => chosen.has(one.id)).length,
    }),
  );
}

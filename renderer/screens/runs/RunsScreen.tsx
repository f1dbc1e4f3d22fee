import { useNavigation } from '../../state/navigation.ts';
import { useRun } from '../../state/runs.ts';
import { RunList } from './RunList.tsx';
import { RunPage } from './RunPage.tsx';

export function RunsScreen() {
  const openRun = useNavigation((state) => state.openRun);
  const run = useRun(openRun);
  return run ? <RunPage key={run.id} run={run} /> : <RunList />;
}

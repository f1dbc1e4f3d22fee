import type { LayerPath } from '../../../core/contract/layerPath.ts';
import { positionName } from '../../actions/layers/describeLayers.ts';
import { useOptionWords } from '../../i18n/useOptionWords.ts';
import type { LayerRowItem } from '../../state/layers/layerRows.ts';
import { FamilyIcon } from './FamilyIcon.tsx';
import { LayerNameTag } from './LayerNameTag.tsx';
import { LayerNumbers } from './LayerNumbers.tsx';
import { NoteMark } from './NoteMark.tsx';
import { useLayerReport } from './useLayerReport.ts';

interface LayerSummaryProps {
  readonly row: LayerRowItem;
  readonly family: string | undefined;
}

/** The layer in one line: what it is, what was chosen, what it learns, what comes out. */
export function LayerSummary({ row, family }: LayerSummaryProps) {
  const { path, layer } = row;
  const options = useOptionWords()('layers', layer);
  return (
    <>
      <span className="number min-w-5 shrink-0 text-right text-xs text-muted">
        {positionName(path)}
      </span>
      <FamilyIcon family={family} />
      <span className="shrink-0 truncate font-medium" title={layer.type}>
        {layer.type}
      </span>
      <LayerNameTag row={row} />
      <NoteMark row={row} />
      <span className="caption min-w-0 flex-1 truncate" title={options}>
        {options}
      </span>
      <ReportedNumbers path={path} type={layer.type} />
    </>
  );
}

interface ReportedNumbersProps {
  readonly path: LayerPath;
  readonly type: string;
}

/** Apart: with one layer's numbers the shares of all others change, and nothing else of their rows. */
function ReportedNumbers({ path, type }: ReportedNumbersProps) {
  const report = useLayerReport(path);
  const parameters = report?.type === type ? report.parameters : 0;
  return <LayerNumbers parameters={parameters} costs={report} shape={report?.outputShape} />;
}

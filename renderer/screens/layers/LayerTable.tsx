/**
 * What each layer hands on, and below it what its parameters are told: one table, so that a number
 * that is odd stands out among its neighbours.
 */
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type {
  LayerReading,
  LayerStatistics,
  ParameterStatistics,
} from '../../../core/contract/LayerStatistics.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { openLayer } from '../../actions/openLayer.ts';
import { Tooltip } from '../../components/Tooltip.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useInspection } from '../../state/inspection.ts';
import { SmallHistogram } from './SmallHistogram.tsx';

interface LayerTableProps {
  readonly run: RunRecord;
  readonly statistics: LayerStatistics;
}

const columns = ['values', 'mean', 'deviation', 'zeros', 'idle', 'gradient', 'update'] as const;

const explain = () => useInspection.getState().inspect({ kind: 'help', topic: 'layers' });

export function LayerTable({ run, statistics }: LayerTableProps) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('layers.title')}
      className="overflow-x-auto pb-1"
      onPointerDown={explain}
      onFocus={explain}
    >
      <table data-testid="layer-table" className="w-full text-xs">
        <caption className="sr-only">{t('layers.title')}</caption>
        <thead>
          <tr className="caption text-right [&>th]:px-2 [&>th]:pb-1.5 [&>th]:font-normal [&>th]:whitespace-nowrap">
            <th scope="col" className="text-left">
              {t('layers.layer')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'values' ? 'text-left' : ''}>
                {t(`layers.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statistics.layers.map((layer) => (
            <LayerRows key={layer.path.join('.')} run={run} layer={layer} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LayerRowsProps {
  readonly run: RunRecord;
  readonly layer: LayerReading;
}

function LayerRows({ run, layer }: LayerRowsProps) {
  return (
    <>
      <OutputRow run={run} layer={layer} />
      {layer.parameters.map((parameter) => (
        <ParameterRow key={parameter.name} parameter={parameter} depth={layer.path.length} />
      ))}
    </>
  );
}

const row = 'number h-8 text-right [&>td]:px-2 [&>td]:whitespace-nowrap';
const indent = (depth: number) => ({ paddingLeft: `${0.5 + (depth - 1) * 1}rem` });

function OutputRow({ run, layer }: LayerRowsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { path, type, outputShape, activation } = layer;
  const { mean, standardDeviation, zeros, notFinite, histogram, gradientNorm } = activation;
  return (
    <tr className={`${row} border-t border-line`}>
      <th scope="row" style={indent(path.length)} className="pr-2 text-left font-sans font-normal">
        <span className="flex items-center gap-2">
          <button
            type="button"
            title={t('layers.open')}
            onClick={() => void openLayer(run, path)}
            className="rounded font-medium hover:text-accent-ink hover:underline"
          >
            <span className="number mr-2 font-normal text-faint">{path.join('.')}</span>
            {type}
          </button>
          <span className="number text-faint">{format.shape(outputShape)}</span>
          <FindingSign run={run} layer={layer} />
        </span>
      </th>
      <td>
        <SmallHistogram histogram={histogram} color="var(--series-5)" />
      </td>
      <td>{notFinite > 0 ? t('layers.notFinite') : format.compact(mean)}</td>
      <td>{format.compact(standardDeviation)}</td>
      <td>{zeros === 0 ? <None /> : format.percent(zeros)}</td>
      <td>
        <Idle activation={activation} />
      </td>
      <td>{format.compact(gradientNorm)}</td>
      <td>
        <None />
      </td>
    </tr>
  );
}

const None = () => <span className="text-faint">–</span>;

/** Units that do nothing for any sample: dead where a ReLU cuts, saturated where a sigmoid is flat. */
function Idle({ activation }: Pick<LayerReading, 'activation'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { deadUnits, saturated } = activation;
  if (deadUnits) {
    const { dead, units } = deadUnits;
    return t('layers.dead', { dead: format.integer(dead), units: format.integer(units) });
  }
  return saturated === null ? (
    <None />
  ) : (
    t('layers.saturated', { shown: format.percent(saturated) })
  );
}

interface ParameterRowProps {
  readonly parameter: ParameterStatistics;
  readonly depth: number;
}

function ParameterRow({ parameter, depth }: ParameterRowProps) {
  const format = useFormat();
  const { name, shape, gradientNorm, updateRatio, gradients } = parameter;
  return (
    <tr className={`${row} text-muted`}>
      <th
        scope="row"
        style={indent(depth)}
        className="number pr-2 text-left font-normal whitespace-nowrap"
      >
        <span className="ml-5">{name.split('.').at(-1)}</span>
        <span className="ml-2 text-faint">{format.shape(shape)}</span>
      </th>
      <td>
        <SmallHistogram histogram={gradients} color="var(--series-2)" />
      </td>
      <td colSpan={4} />
      <td>{format.compact(gradientNorm)}</td>
      <td className="text-ink">{format.compact(updateRatio)}</td>
    </tr>
  );
}

/** A guard has named this layer. */
function FindingSign({ run, layer }: LayerRowsProps) {
  const { localized } = useLanguage();
  const place = layer.path.join('.');
  const found = run.findings.find((finding) => finding.layer?.join('.') === place);
  if (!found) return null;
  return (
    <Tooltip text={localized(found.text)}>
      <TriangleAlert
        role="img"
        aria-label={localized(found.text)}
        className="size-3.5 shrink-0 text-attention"
      />
    </Tooltip>
  );
}

/**
 * A row of a table, field by field in the units of the data, predicted while it is edited. It begins
 * as a sample of the dataset, so that one value can be turned while all others are real.
 */
import { RotateCcw, SkipBack, SkipForward } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { PredictionForm } from '../../../../core/contract/PredictionForm.ts';
import type { RunRecord } from '../../../../core/contract/RunRecord.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { useRequest } from '../../../components/useRequest.ts';
import { useSettled } from '../../../components/useSettled.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useDatasetName } from '../../../i18n/useDatasetName.ts';
import { datasetOfRun } from '../../../state/datasetOfRun.ts';
import { useDatasets } from '../../../state/datasets.ts';
import type { DatasetRow } from '../../data/useDatasetRows.ts';
import { Answer } from './Answer.tsx';
import { CellField } from './CellField.tsx';
import { cellsOf } from './cellsOf.ts';

type Cells = Readonly<Record<string, Cell>>;

interface TryRowProps {
  readonly run: RunRecord;
  readonly form: Extract<PredictionForm, { kind: 'table' }>;
}

const PAUSE_MILLISECONDS = 150;

export function TryRow({ run, form }: TryRowProps) {
  const { t } = useTranslation();
  const dataset = useDatasets(({ datasets }) => datasetOfRun(datasets, run));
  const [sample, setSample] = useState(0);
  const [edits, setEdits] = useState<Cells>({});
  const wish = dataset ? { id: dataset.id, offset: sample, limit: 1 } : null;
  const { result: page, error } = useRequest('datasets.page', wish);
  // The last one stays until the next has come, so that whoever walks through them keeps the focus.
  const [kept, keep] = useState(page);
  if (page && page !== kept) keep(page);
  const row = (page ?? kept)?.rows[0];
  const take = (next: number) => {
    setSample(next);
    setEdits({});
  };
  if (dataset && !row && !error)
    return <div role="status" aria-label={t('common.loading')} className="skeleton h-40" />;
  const cells = { ...cellsOf(dataset, row), ...edits };
  return (
    <div className="grid grid-cols-2 items-start gap-8 max-md:grid-cols-1" data-testid="try-row">
      <div className="min-w-0">
        {dataset && row ? (
          <SampleChoice
            {...{ dataset, row, sample }}
            isEdited={Object.keys(edits).length > 0}
            onChoose={take}
          />
        ) : (
          <p className="caption mb-3">{t('tryIt.noDataset')}</p>
        )}
        {error ? <ErrorNote error={error} /> : null}
        <div className="grid max-h-96 grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-3 overflow-y-auto p-0.5">
          {form.fields.map((field) => (
            <CellField
              key={field.name}
              field={field}
              value={cells[field.name] ?? null}
              onChange={(cell) => setEdits((known) => ({ ...known, [field.name]: cell }))}
            />
          ))}
        </div>
        {form.fieldCount > form.fields.length ? (
          <p className="caption mt-2">
            {t('tryIt.cut', { shown: form.fields.length, all: form.fieldCount })}
          </p>
        ) : null}
      </div>
      <RowAnswer run={run.id} cells={cells} target={form.target} />
    </div>
  );
}

interface SampleChoiceProps {
  readonly dataset: DatasetInfo;
  readonly row: DatasetRow;
  readonly sample: number;
  readonly isEdited: boolean;
  readonly onChoose: (sample: number) => void;
}

function SampleChoice({ dataset, row, sample, isEdited, onChoose }: SampleChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useDatasetName();
  const { samples } = dataset;
  const target = format.cell(row.target);
  return (
    <div className="mb-3 flex flex-wrap items-center gap-1.5">
      <IconButton
        icon={SkipBack}
        label={t('tryIt.previous')}
        onClick={() => onChoose((sample - 1 + samples) % samples)}
      />
      <NumberField
        integer
        minimum={0}
        maximum={samples - 1}
        value={sample}
        label={t('tryIt.sample')}
        onChange={onChoose}
        className="w-24"
      />
      <IconButton
        icon={SkipForward}
        label={t('tryIt.next')}
        onClick={() => onChoose((sample + 1) % samples)}
      />
      <IconButton
        icon={RotateCcw}
        label={t('tryIt.back')}
        disabled={!isEdited}
        onClick={() => onChoose(sample)}
      />
      <span className="caption ml-1 min-w-0 truncate">
        {t('tryIt.ofSamples', { count: samples, dataset: name(dataset) })}
        {' · '}
        {t('tryIt.truth', { target })}
        {isEdited ? ` · ${t('tryIt.edited')}` : ''}
      </span>
    </div>
  );
}

interface RowAnswerProps {
  readonly run: string;
  readonly cells: Cells;
  readonly target: PredictionForm['target'];
}

function RowAnswer({ run, cells, target }: RowAnswerProps) {
  const settled = useSettled(cells, PAUSE_MILLISECONDS);
  return <Answer run={run} sample={{ kind: 'table', values: settled }} target={target} />;
}

/** The weights of a run that are kept: each can be evaluated, exported, looked into, and gone on from. */
import { Ellipsis, ListChecks, Microscope, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RunCheckpoint } from '../../../core/contract/RunCheckpoints.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { resumeRun } from '../../actions/resumeRun.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../components/Menu.tsx';
import { Section } from '../../components/Section.tsx';
import { useRequest } from '../../components/useRequest.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useEvaluations } from '../../state/evaluations.ts';
import { useLayerReadings } from '../../state/layerReadings.ts';
import { isActive, isInterrupted } from '../../state/runs.ts';
import { ExportItems } from './ExportItems.tsx';

interface CheckpointListProps {
  readonly run: RunRecord;
}

export function CheckpointList({ run }: CheckpointListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const active = isActive(run);
  // Asked again when it ends, and when it goes on.
  const version = (run.last?.epoch ?? 0) * 2 + Number(active);
  const { result, error } = useRequest(
    'runs.checkpoints',
    active ? null : { run: run.id },
    version,
  );
  if (active || run.last === null) return null;
  if (error) return <ErrorNote error={error} />;
  if (!result)
    return <div className="skeleton h-20" role="status" aria-label={t('common.loading')} />;
  return (
    <Section
      title={t('checkpoints.title')}
      note={t('checkpoints.note', { size: format.bytes(result.bytes) })}
    >
      <div className="max-h-80 overflow-y-auto">
        <table data-testid="checkpoints" className="text-xs">
          <caption className="sr-only">{t('checkpoints.title')}</caption>
          <thead>
            <tr className="caption text-right [&>th]:px-3 [&>th]:pb-1.5 [&>th]:font-normal">
              <th scope="col">{t('train.epoch')}</th>
              <th scope="col">{t('runs.validationLoss')}</th>
              <th scope="col">{t('runs.validationAccuracy')}</th>
              <th scope="col">{t('checkpoints.size')}</th>
              <th scope="col" className="text-left">
                {t('checkpoints.kept')}
              </th>
              <th scope="col">
                <span className="sr-only">{t('common.more')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {result.checkpoints.map((checkpoint) => (
              <CheckpointRow key={checkpoint.epoch} run={run} checkpoint={checkpoint} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

interface CheckpointRowProps extends CheckpointListProps {
  readonly checkpoint: RunCheckpoint;
}

function CheckpointRow({ run, checkpoint }: CheckpointRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { epoch, validation, bytes, isBest, isLast } = checkpoint;
  const kept = [isBest && t('checkpoints.best'), isLast && t('checkpoints.last')].filter(Boolean);
  return (
    <tr
      data-testid={`checkpoint-${epoch}`}
      className="number h-9 border-t border-line text-right [&>td]:px-3"
    >
      <th scope="row" className="px-3 font-medium">
        {format.integer(epoch)}
      </th>
      <td className="text-validation-ink">{format.loss(validation.loss)}</td>
      <td className="text-validation-ink">{format.percent(validation.accuracy)}</td>
      <td>{format.bytes(bytes)}</td>
      <td className="text-left font-sans text-muted">{kept.join(', ')}</td>
      <td>
        <CheckpointMenu run={run} epoch={epoch} />
      </td>
    </tr>
  );
}

interface CheckpointMenuProps extends CheckpointListProps {
  readonly epoch: number;
}

function CheckpointMenu({ run, epoch }: CheckpointMenuProps) {
  const { t } = useTranslation();
  const evaluateEpoch = useEvaluations((state) => state.evaluateEpoch);
  const measure = useLayerReadings((state) => state.measure);
  return (
    <Menu
      align="end"
      trigger={
        <Button
          variant="ghost"
          size="sm"
          className="size-7 px-0"
          aria-label={t('checkpoints.menu', { epoch })}
        >
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={ListChecks} onSelect={() => void evaluateEpoch(run.id, epoch)}>
        <span data-testid="evaluate-epoch">{t('checkpoints.evaluate')}</span>
      </MenuItem>
      <MenuItem icon={Microscope} onSelect={() => void measure(run.id, epoch)}>
        {t('checkpoints.look')}
      </MenuItem>
      {isInterrupted(run) ? (
        <MenuItem icon={RotateCw} onSelect={() => void resumeRun(run, epoch)}>
          {t('checkpoints.resume')}
        </MenuItem>
      ) : null}
      <MenuLine />
      <MenuLabel>{t('runs.export')}</MenuLabel>
      <ExportItems run={run} epoch={epoch} />
    </Menu>
  );
}

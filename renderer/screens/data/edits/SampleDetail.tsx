/**
 * A sample by itself, where it stands: what it is, and what a person may change about it. What was
 * imported stays as it is; every change can be undone.
 */
import { Eye } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { seeThroughSample } from '../../../actions/seeThroughSample.ts';
import { Button } from '../../../components/Button.tsx';
import { type Split, SplitName } from '../../../components/SplitName.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { RawSampleView } from '../preprocessing/RawSampleView.tsx';
import type { DatasetRow } from '../useDatasetRows.ts';
import { SampleEditor } from './SampleEditor.tsx';

interface SampleDetailProps {
  readonly dataset: DatasetInfo;
  readonly row: DatasetRow;
  /** Where it is known. */
  readonly split?: Split | null;
  /** The button that opens it. */
  readonly children: ReactNode;
}

export function SampleDetail({ dataset, row, split, children }: SampleDetailProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const isLookedThrough = useExperiment(
    ({ draft }) => draft?.spec.dataset === dataset.id && draft.spec.model.layers.length > 0,
  );
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('edits.sample', { index: format.integer(row.index) })}
          data-testid="sample-detail"
          className="float-in z-40 flex max-h-(--radix-popover-content-available-height) w-80 flex-col gap-3 overflow-y-auto rounded-lg border border-line bg-raised p-3 shadow-float"
        >
          <div className="flex items-center gap-3">
            <h3 className="text-sm font-semibold">
              {t('edits.sample', { index: format.integer(row.index) })}
            </h3>
            {split === undefined ? null : <SplitName split={split} />}
            {row.edit?.isExcluded ? (
              <span className="ml-auto text-xs text-attention">{t('edits.isExcluded')}</span>
            ) : null}
          </div>
          <RawSampleView dataset={dataset} row={row} />
          <SampleEditor dataset={dataset} row={row} />
          {isLookedThrough ? (
            <Button
              size="sm"
              className="self-start"
              data-testid="see-through-sample"
              onClick={() => void seeThroughSample(row.index)}
            >
              <Eye aria-hidden />
              {t('seeThrough.title')}
            </Button>
          ) : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

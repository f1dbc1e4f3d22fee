import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { LeakageFinding } from '../../../../core/contract/LeakageReport.ts';
import { Button } from '../../../components/Button.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { ExcludeButton } from '../edits/ExcludeButton.tsx';
import { useShowSamples } from '../statistics/useShowSamples.ts';
import { GroupBatch } from './GroupBatch.tsx';

interface FoundGroupsProps {
  readonly finding: LeakageFinding;
  readonly dataset: DatasetInfo;
}

/** One of each of their groups says all. */
const copyKinds: ReadonlySet<LeakageFinding['kind']> = new Set([
  'copies',
  'near-copies',
  'turned-copies',
]);
const FIRST = 3;
/** Groups that are asked for together. */
const BATCH = 10;
const MOST_FILTERED = 1000;

/** The samples of a finding, those that belong together side by side; more when they are wanted. */
export function FoundGroups({ finding, dataset }: FoundGroupsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState(FIRST);
  const show = useShowSamples(dataset.id);
  const { groups, column, kind } = finding;
  // More samples are concerned than are listed.
  const isCut = finding.samples > groups.reduce((sum, { length }) => sum + length, 0);
  const visible = groups.slice(0, shown);
  const others = groups.flatMap(([, ...rest]) => rest.map(({ index }) => index));
  const batches = Array.from({ length: Math.ceil(visible.length / BATCH) }, (_, at) =>
    visible.slice(at * BATCH, (at + 1) * BATCH),
  );
  const indices = [...new Set(groups.flat().map(({ index }) => index))].slice(0, MOST_FILTERED);
  return (
    <div className="mt-3 flex flex-col gap-3" data-testid="found-groups">
      {batches.map((batch, at) => (
        <GroupBatch
          key={batch[0]?.[0]?.index}
          groups={batch}
          dataset={dataset}
          label={t('leakage.samplesOf', {
            kind: t(`leakage.kinds.${kind}`),
            first: format.integer(at * BATCH + 1),
          })}
          column={column}
        />
      ))}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
        <span>
          {t('leakage.groups', {
            shown: format.integer(visible.length),
            all: format.integer(groups.length),
          })}
          {isCut ? ` ${t('leakage.listed', { groups: format.integer(groups.length) })}` : null}
        </span>
        {shown < groups.length ? (
          <Button
            variant="link"
            size="inline"
            className="text-xs"
            onClick={() => setShown(Math.ceil((shown + BATCH) / BATCH) * BATCH)}
          >
            {t('leakage.more')}
          </Button>
        ) : null}
        <Button
          variant="link"
          size="inline"
          className="text-xs"
          onClick={() => show(t(`leakage.kinds.${kind}`), indices)}
        >
          {t('leakage.inSamples')}
        </Button>
        {copyKinds.has(kind) ? (
          <ExcludeButton
            dataset={dataset.id}
            indices={others}
            label={t(isCut ? 'edits.keepFirstListed' : 'edits.keepFirst', {
              samples: format.integer(others.length),
            })}
          />
        ) : null}
      </p>
    </div>
  );
}

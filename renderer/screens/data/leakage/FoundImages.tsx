import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { SplitName } from '../../../components/SplitName.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { ImageButton } from '../edits/ImageButton.tsx';
import { SampleDetail } from '../edits/SampleDetail.tsx';
import type { FoundGroup, FoundRowsByIndex } from './FoundGroup.ts';

interface FoundImagesProps {
  readonly groups: readonly FoundGroup[];
  readonly rows: FoundRowsByIndex;
  readonly dataset: DatasetInfo;
}

/** One line a group: each image with its class and the split it lies in. */
export function FoundImages({ groups, rows, dataset }: FoundImagesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="flex flex-col gap-3">
      {groups.map(({ members, all }) => (
        <li key={members[0]?.index} className="flex flex-wrap items-end gap-3">
          {members.map(({ index, split }) => {
            const row = rows.get(index);
            if (!row) return null;
            return (
              <figure key={index} className="flex w-20 flex-col items-center gap-1">
                <SampleDetail dataset={dataset} row={row} split={split}>
                  <ImageButton dataset={dataset} row={row} />
                </SampleDetail>
                <figcaption className="flex w-full flex-col items-center text-xs">
                  <span className="max-w-full truncate">
                    {row.target} <span className="number text-faint">#{format.integer(index)}</span>
                  </span>
                  <SplitName split={split} />
                </figcaption>
              </figure>
            );
          })}
          {all > members.length ? (
            <span className="caption self-center">
              {t('leakage.moreInGroup', { shown: format.integer(all - members.length) })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

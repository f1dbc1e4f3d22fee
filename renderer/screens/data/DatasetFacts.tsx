import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { Fact } from '../../components/Fact.tsx';
import { Tooltip } from '../../components/Tooltip.tsx';
import { useFormat } from '../../format/useFormat.ts';

interface DatasetFactsProps {
  readonly dataset: DatasetInfo;
}

const HASH_DIGITS = 12;

export function DatasetFacts({ dataset }: DatasetFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { samples, sampleShape, target, bytes, hash, source, importedAt } = dataset;
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-6 gap-y-3 border-y border-line py-4">
      <Fact label={t('data.samplesTitle')}>{format.integer(samples)}</Fact>
      {sampleShape.length > 0 ? (
        <Fact label={t('data.shape')}>{format.shape(sampleShape)}</Fact>
      ) : null}
      {target.kind === 'class' ? (
        <Fact label={t('data.classes')}>{format.integer(target.labels.length)}</Fact>
      ) : (
        <Fact label={target.name}>
          {format.cell(target.minimum)} – {format.cell(target.maximum)}
        </Fact>
      )}
      <Fact label={t('data.size')}>{format.bytes(bytes)}</Fact>
      <Fact label={t('data.license')}>
        <span className="font-sans">{source.license ?? t('data.ownData')}</span>
      </Fact>
      <Fact label={t('data.hash')}>
        <Tooltip text={<span className="font-mono break-all">{hash}</span>}>
          <span>{hash.slice(0, HASH_DIGITS)}…</span>
        </Tooltip>
      </Fact>
      <Fact label={t('data.importedAt')}>
        <span className="font-sans">{format.dateTime(importedAt)}</span>
      </Fact>
    </dl>
  );
}

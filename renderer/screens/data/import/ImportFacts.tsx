import { useTranslation } from 'react-i18next';
import type { FileInspection } from '../../../../core/contract/FileInspection.ts';
import { Fact } from '../../../components/Fact.tsx';
import { useFormat } from '../../../format/useFormat.ts';

interface ImportFactsProps {
  readonly inspection: FileInspection;
}

/** What it is and how much of it; a share of a large file is said to be one. */
export function ImportFacts({ inspection }: ImportFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, samples, sampled, bytes, target, classCount, columnCount, shape } = inspection;
  const sizes = inspection.imageSizes;
  return (
    <dl
      data-testid="import-facts"
      className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-6 gap-y-3 border-y border-line py-4"
    >
      <Fact label={t('import.kind')}>
        <span className="font-sans">{t(`import.kinds.${kind}`)}</span>
      </Fact>
      <Fact label={t('data.samplesTitle')}>
        {samples === null ? (
          <span className="font-sans">
            {t('import.lookedAt', { shown: format.integer(sampled) })}
          </span>
        ) : (
          format.integer(samples)
        )}
      </Fact>
      {columnCount > 0 ? (
        <Fact label={t('import.columns')}>{format.integer(columnCount)}</Fact>
      ) : null}
      {target === null ? null : (
        <Fact label={t('import.target')}>
          <span className="font-sans">{target}</span>
        </Fact>
      )}
      {classCount > 0 ? <Fact label={t('data.classes')}>{format.integer(classCount)}</Fact> : null}
      {shape ? <Fact label={t('data.shape')}>{format.shape(shape)}</Fact> : null}
      {sizes.length > 0 ? (
        <Fact
          label={
            samples !== null && sampled < samples
              ? t('import.sizesOf', { shown: format.integer(sampled) })
              : t('import.sizes')
          }
          className="col-span-2"
        >
          {sizes.slice(0, 3).map(({ height, width, count }, place) => (
            <span key={`${height}×${width}`}>
              {place > 0 ? ', ' : ''}
              {format.shape([width, height])}{' '}
              <span className="text-faint">({format.integer(count)})</span>
            </span>
          ))}
          {sizes.length > 3 ? ' …' : ''}
        </Fact>
      ) : null}
      {bytes === null ? null : <Fact label={t('data.size')}>{format.bytes(bytes)}</Fact>}
    </dl>
  );
}

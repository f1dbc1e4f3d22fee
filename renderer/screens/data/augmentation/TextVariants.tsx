import { useTranslation } from 'react-i18next';
import type { AugmentationPreview } from '../../../../core/contract/AugmentationPreview.ts';
import { cn } from '../../../components/cn.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';

type TextSample = Extract<AugmentationPreview, { kind: 'text' }>['samples'][number];
type Passage = TextSample['original'];
type Status = Passage['parts'][number]['status'];

const marks: Record<Status, string> = {
  kept: '',
  changed: 'rounded bg-accent-soft px-0.5 text-accent-ink',
  moved: 'rounded bg-accent-soft px-0.5 text-accent-ink underline decoration-dotted',
  inserted: 'rounded bg-accent-soft px-0.5 font-semibold text-accent-ink',
  deleted: 'rounded bg-attention-soft px-0.5 text-faint line-through',
};

/** The original text and its variants, with the changed words marked and what was drawn. */
export function TextVariants({ sample }: { readonly sample: TextSample }) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  return (
    <div>
      <p className="caption">{t('augmentation.original')}</p>
      <p className="mb-3 text-sm selectable">
        <Words passage={sample.original} />
      </p>
      <ul
        aria-label={t('augmentation.variants')}
        className="flex flex-col divide-y divide-line border-y border-line"
        data-testid="augmentation-variants"
      >
        {sample.variants.map(({ epoch, steps, ...passage }) => {
          const drawn = steps.flatMap(({ text }) => (text ? [localized(text)] : []));
          return (
            <li key={epoch} className="py-1.5">
              <p className="text-sm selectable">
                <Words passage={passage} />
              </p>
              <p className="caption">
                {drawn.length > 0 ? drawn.join(', ') : t('augmentation.unchanged')}
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Words({ passage: { parts, end } }: { readonly passage: Passage }) {
  return (
    <>
      {parts.map(({ before, text, status }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words have no names, and never move here.
        <span key={place}>
          {before}
          <span className={cn(marks[status])}>{text}</span>
        </span>
      ))}
      {end}
    </>
  );
}

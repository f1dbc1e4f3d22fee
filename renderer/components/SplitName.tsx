import { useTranslation } from 'react-i18next';
import { cn } from './cn.ts';

export type Split = 'train' | 'validation' | 'test';

interface SplitNameProps {
  /** Null: in no split. */
  readonly split: Split | null;
  readonly className?: string;
}

const dots: Record<Split, string> = {
  train: 'bg-train',
  validation: 'bg-validation',
  test: 'bg-test',
};

/** A split in its own hue, which it has everywhere. */
export function SplitName({ split, className }: SplitNameProps) {
  const { t } = useTranslation();
  return (
    <span className={cn('inline-flex items-center gap-1 text-xs whitespace-nowrap', className)}>
      <span
        aria-hidden
        className={cn(
          'size-2 shrink-0 rounded-full',
          split ? dots[split] : 'border border-line-strong',
        )}
      />
      {split ? t(`roles.${split}`) : t('leakage.noSplit')}
    </span>
  );
}

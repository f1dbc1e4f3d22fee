import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../components/NumberField.tsx';

interface ImportSizeProps {
  readonly label: string;
  /** [height, width]; null until it is found. */
  readonly size: readonly [number, number] | null;
  readonly onChange: (size: [number, number]) => void;
}

/** As the contract bounds it. */
const LARGEST = 1024;

export function ImportSize({ label, size, onChange }: ImportSizeProps) {
  const { t } = useTranslation();
  const [height = null, width = null] = size ?? [];
  const bounds = { integer: true, minimum: 1, maximum: LARGEST } as const;
  return (
    <div className="flex items-start gap-1.5">
      <NumberField
        {...bounds}
        label={`${label}: ${t('import.height')}`}
        value={height}
        onChange={(next) => onChange([next, width ?? next])}
        className="flex-1"
      />
      <span aria-hidden className="leading-8 text-faint">
        ×
      </span>
      <NumberField
        {...bounds}
        label={`${label}: ${t('import.width')}`}
        value={width}
        onChange={(next) => onChange([height ?? next, next])}
        className="flex-1"
      />
    </div>
  );
}

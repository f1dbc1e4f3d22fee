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
  return (
    <div className="flex items-start gap-1.5">
      <SizeField
        label={label}
        side={t('import.width')}
        value={width}
        onChange={(next) => onChange([height ?? next, next])}
      />
      <span aria-hidden className="leading-8 text-faint">
        ×
      </span>
      <SizeField
        label={label}
        side={t('import.height')}
        value={height}
        onChange={(next) => onChange([next, width ?? next])}
      />
    </div>
  );
}

interface SizeFieldProps {
  readonly label: string;
  readonly side: string;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}

function SizeField({ label, side, value, onChange }: SizeFieldProps) {
  return (
    <div className="min-w-0 flex-1">
      <NumberField
        integer
        minimum={1}
        maximum={LARGEST}
        label={`${label}: ${side}`}
        value={value}
        onChange={onChange}
      />
      <p aria-hidden className="caption mt-0.5">
        {side}
      </p>
    </div>
  );
}

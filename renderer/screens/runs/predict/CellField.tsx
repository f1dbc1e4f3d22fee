/** A value of one column, in its own units: a number, a date, or one of its labels. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from '../../../../core/contract/DatasetInfo.ts';
import type { FormField } from '../../../../core/contract/PredictionForm.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { Select } from '../../../components/Select.tsx';

interface CellFieldProps {
  readonly field: FormField;
  readonly value: Cell;
  readonly onChange: (cell: Cell) => void;
}

export function CellField(props: CellFieldProps) {
  const { field } = props;
  const id = useId();
  return (
    <div className="min-w-0">
      <label
        htmlFor={id}
        title={field.name}
        className="mb-1 block truncate text-xs font-medium text-muted"
      >
        {field.name}
      </label>
      <Control {...props} id={id} />
    </div>
  );
}

/** More labels than that are typed. */
const MOST_CHOICES = 50;

function Control({ field, value, onChange, id }: CellFieldProps & { readonly id: string }) {
  const { t } = useTranslation();
  const { name, type, labels, labelCount, mayBeMissing } = field;
  const placeholder = t('tryIt.missing');
  if (type === 'number') {
    return (
      <NumberField
        id={id}
        label={name}
        value={typeof value === 'number' ? value : null}
        placeholder={placeholder}
        onChange={onChange}
        onClear={() => onChange(null)}
      />
    );
  }
  if (type === 'category' && labelCount <= MOST_CHOICES) {
    const options = labels.map((label) => ({ value: `label:${label}`, label }));
    const missing = { value: 'missing', label: t('tryIt.missingValue') };
    return (
      <Select
        id={id}
        label={name}
        value={value === null ? (mayBeMissing ? 'missing' : '') : `label:${value}`}
        placeholder={placeholder}
        options={mayBeMissing ? [...options, missing] : options}
        onChange={(chosen) => onChange(chosen === 'missing' ? null : chosen.slice('label:'.length))}
      />
    );
  }
  return (
    <input
      id={id}
      type={type === 'date' ? 'date' : 'text'}
      value={value ?? ''}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      className="h-8 w-full rounded-lg border border-line bg-raised px-2.5 text-sm outline-none selectable placeholder:text-faint hover:border-line-strong focus:border-accent focus:ring-2 focus:ring-accent/25"
    />
  );
}

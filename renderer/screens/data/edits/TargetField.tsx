import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { Button } from '../../../components/Button.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { Select } from '../../../components/Select.tsx';

interface TargetFieldProps {
  readonly id: string;
  readonly dataset: DatasetInfo;
  readonly value: string | number;
  readonly onChange: (target: string | number) => void;
}

/** More make a list that nobody reads. */
const MOST_LISTED = 200;

/** One of the classes, or a number. */
export function TargetField({ id, dataset, value, onChange }: TargetFieldProps) {
  const { target } = dataset;
  if (target.kind === 'number') {
    return <TypedNumber id={id} name={target.name} value={Number(value)} onChange={onChange} />;
  }
  if (target.labels.length > MOST_LISTED) {
    return <TypedClass id={id} name={target.name} value={String(value)} onChange={onChange} />;
  }
  return (
    <Select
      id={id}
      label={target.name}
      value={String(value)}
      options={target.labels.map((label) => ({ value: label, label }))}
      onChange={onChange}
    />
  );
}

interface TypedProps<T> {
  readonly id: string;
  readonly name: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** Taken over when it is said, not at every digit: each change is a step to be undone. */
function TypedNumber({ id, name, value, onChange }: TypedProps<number>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  return (
    <div className="flex items-start gap-2">
      <NumberField id={id} label={name} value={typed} onChange={setTyped} className="flex-1" />
      <Button disabled={typed === value} onClick={() => onChange(typed)}>
        {t('edits.set')}
      </Button>
    </div>
  );
}

function TypedClass({ id, name, value, onChange }: TypedProps<string>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed);
      }}
    >
      <input
        id={id}
        aria-label={name}
        value={typed}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        className="h-8 min-w-0 flex-1 rounded-lg border border-line bg-raised px-2.5 text-sm selectable"
      />
      <Button type="submit" disabled={typed === value}>
        {t('edits.set')}
      </Button>
    </form>
  );
}

/**
 * A form drawn from the catalog: whatever options a layer, loss or optimizer declares, with its
 * words and ranges.
 */
import { useTranslation } from 'react-i18next';
import type { ComponentDescriptor, OptionDescriptor } from '../../core/contract/Catalog.ts';
import type { Problem } from '../../core/contract/ExperimentReport.ts';
import type { Options, OptionValue } from '../../core/contract/ModelSpec.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { optionValueName } from '../i18n/useOptionWords.ts';
import type { CatalogGroup } from '../state/catalog.ts';
import { cn } from './cn.ts';
import { Field } from './Field.tsx';
import { NumberField } from './NumberField.tsx';
import { Select } from './Select.tsx';
import { Switch } from './Switch.tsx';

interface OptionFormProps {
  readonly group: CatalogGroup;
  readonly descriptor: ComponentDescriptor;
  readonly options: Options;
  /** The component's place in the document: `model.layers[2]`. */
  readonly where: string;
  readonly problems: readonly Problem[];
  /** Undefined: back to what is inferred. */
  readonly onChange: (name: string, value: OptionValue | undefined) => void;
  readonly className?: string;
}

export function OptionForm(props: OptionFormProps) {
  const { group, descriptor, options, where, problems, onChange, className } = props;
  const { localized } = useLanguage();
  return (
    <div className={cn('grid grid-cols-2 items-start gap-x-3 gap-y-2.5', className)}>
      {descriptor.options.map((option) => {
        const place = `${where}.options.${option.name}`;
        const own = problems.filter((problem) => problem.where === place);
        return (
          <Field
            key={option.name}
            label={localized(option.label)}
            subject={{ kind: 'option', group, type: descriptor.type, option: option.name }}
            problems={own}
            className={option.kind === 'numbers' ? 'col-span-2' : ''}
          >
            {(id) => (
              <OptionControl
                id={id}
                option={option}
                label={localized(option.label)}
                value={options[option.name] ?? option.default}
                invalid={own.length > 0}
                onChange={(value) => onChange(option.name, value)}
              />
            )}
          </Field>
        );
      })}
    </div>
  );
}

interface OptionControlProps {
  readonly id: string;
  readonly option: OptionDescriptor;
  readonly label: string;
  readonly value: OptionValue | undefined;
  readonly invalid: boolean;
  readonly onChange: (value: OptionValue | undefined) => void;
}

function OptionControl({ id, option, label, value, invalid, onChange }: OptionControlProps) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  switch (option.kind) {
    case 'integer':
    case 'number':
      return (
        <NumberField
          id={id}
          label={label}
          value={typeof value === 'number' ? value : null}
          integer={option.kind === 'integer'}
          invalid={invalid}
          onChange={onChange}
          {...(option.unit ? { unit: localized(option.unit) } : {})}
          {...(option.inferred
            ? { placeholder: t('options.inferred'), onClear: () => onChange(undefined) }
            : {})}
        />
      );
    case 'boolean':
      return (
        <div className="flex h-8 items-center">
          <Switch id={id} label={label} checked={value === true} onChange={onChange} />
        </div>
      );
    case 'choice':
      return (
        <Select
          id={id}
          label={label}
          value={String(value ?? '')}
          options={(option.choices ?? []).map((choice) => ({
            value: choice,
            label: optionValueName(choice),
          }))}
          invalid={invalid}
          onChange={onChange}
        />
      );
    case 'numbers':
      return <NumbersControl option={option} label={label} value={value} onChange={onChange} />;
    default:
      return option.kind satisfies never;
  }
}

type NumbersControlProps = Pick<OptionControlProps, 'option' | 'label' | 'value' | 'onChange'>;

function NumbersControl({ option, label, value, onChange }: NumbersControlProps) {
  const numbers = Array.isArray(value) ? value : [];
  const places = Array.from({ length: option.length ?? numbers.length }, (_, place) => place);
  return (
    <div className="grid grid-cols-2 gap-3">
      {places.map((place) => (
        <NumberField
          key={place}
          label={`${label} ${place + 1}`}
          value={numbers[place] ?? null}
          onChange={(number) =>
            onChange(places.map((other) => (other === place ? number : (numbers[other] ?? 0))))
          }
        />
      ))}
    </div>
  );
}

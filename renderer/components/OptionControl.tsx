/** The control of one option of the catalog, by its kind. */
import { useTranslation } from 'react-i18next';
import type { OptionDescriptor } from '../../core/contract/Catalog.ts';
import type { OptionValue } from '../../core/contract/ModelSpec.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { optionValueName } from '../i18n/useOptionWords.ts';
import { LinesField } from './LinesField.tsx';
import { NumberField } from './NumberField.tsx';
import { NumberListField } from './NumberListField.tsx';
import { RangeSlider } from './RangeSlider.tsx';
import { Select } from './Select.tsx';
import { Slider } from './Slider.tsx';
import { Switch } from './Switch.tsx';

interface OptionControlProps {
  readonly id: string;
  readonly option: OptionDescriptor;
  readonly label: string;
  readonly value: OptionValue | undefined;
  readonly invalid: boolean;
  /** It stands for several values that differ; the first one that is given replaces them all. */
  readonly isMixed?: boolean;
  /** A number with two bounds gets a slider below it. */
  readonly withSlider?: boolean;
  /** Undefined: back to what is inferred. */
  readonly onChange: (value: OptionValue | undefined) => void;
  /** Gives several components what each had before an entry. */
  readonly onTakeBack?: () => void;
}

export function OptionControl(props: OptionControlProps) {
  const { id, option, label, value, invalid, isMixed = false, onChange } = props;
  const { t } = useTranslation();
  switch (option.kind) {
    case 'integer':
    case 'number':
      return <NumberControl {...props} />;
    case 'boolean':
      return (
        <div className="flex h-8 items-center gap-2">
          <Switch
            id={id}
            label={isMixed ? `${label}, ${t('options.mixed')}` : label}
            checked={value === true}
            onChange={onChange}
          />
          {isMixed ? <span className="caption">{t('options.mixed')}</span> : null}
        </div>
      );
    case 'choice':
      return (
        <Select
          id={id}
          label={label}
          value={String(value ?? '')}
          {...(isMixed ? { placeholder: t('options.mixed') } : {})}
          options={(option.choices ?? []).map((choice) => ({
            value: choice,
            label: optionValueName(choice),
          }))}
          invalid={invalid}
          onChange={onChange}
        />
      );
    case 'size':
      return <SizeControl {...props} />;
    case 'numbers':
    case 'integers':
      return option.length === undefined ? (
        <ListControl {...props} />
      ) : (
        <NumbersControl {...props} length={option.length} />
      );
    case 'lines':
      return (
        <LinesField
          id={id}
          label={label}
          lines={textsOf(value)}
          invalid={invalid}
          onChange={onChange}
        />
      );
    default:
      return option.kind satisfies never;
  }
}

function NumberControl(props: OptionControlProps) {
  const { id, option, label, value, invalid, withSlider, onChange } = props;
  const { localized } = useLanguage();
  const emptied = useEmptied(props);
  const number = typeof value === 'number' ? value : null;
  const integer = option.kind === 'integer';
  const { minimum, maximum, step } = option.range ?? {};
  const isBounded = withSlider && minimum !== undefined && maximum !== undefined;
  return (
    <>
      <NumberField
        id={id}
        label={label}
        value={number}
        integer={integer}
        invalid={invalid}
        onChange={onChange}
        {...(step === undefined ? {} : { step })}
        {...(option.unit ? { unit: localized(option.unit) } : {})}
        {...emptied}
      />
      {isBounded ? (
        <Slider
          label={label}
          value={number ?? minimum}
          minimum={minimum}
          maximum={maximum}
          integer={integer}
          step={step}
          onChange={onChange}
        />
      ) : null}
    </>
  );
}

/** An inferred option says so while it is empty, and can be emptied; one that is mixed is empty. */
function useEmptied({ option, isMixed, onChange, onTakeBack }: OptionControlProps) {
  const { t } = useTranslation();
  const back = onTakeBack ? { onTakeBack } : {};
  if (isMixed) return { ...back, placeholder: t('options.mixed'), onClear: () => undefined };
  if (!option.inferred) return back;
  return { ...back, placeholder: t('options.inferred'), onClear: () => onChange(undefined) };
}

const listOf = (value: OptionValue | undefined): number[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];

const textsOf = (value: OptionValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

function ListControl(props: OptionControlProps) {
  const { id, option, label, value, invalid, onChange } = props;
  const { t } = useTranslation();
  return (
    <NumberListField
      id={id}
      label={label}
      values={listOf(value)}
      integer={option.kind === 'integers'}
      invalid={invalid}
      onChange={onChange}
      placeholder={t('options.none')}
      {...useEmptied(props)}
    />
  );
}

const SIZE_COUNTS = [1, 2] as const;

/** `3`, or `3 × 5` for a height and a width that differ. */
function SizeControl(props: OptionControlProps) {
  const { id, label, value, invalid, onChange } = props;
  const values = typeof value === 'number' ? [value] : listOf(value);
  return (
    <NumberListField
      id={id}
      label={label}
      values={values}
      integer
      counts={SIZE_COUNTS}
      separator=" × "
      invalid={invalid}
      onChange={(sizes) => onChange(sizes.length === 1 ? sizes[0] : sizes)}
      {...useEmptied(props)}
    />
  );
}

interface NumbersControlProps extends OptionControlProps {
  readonly length: number;
}

/** A field for each; the ends of an interval share a slider, other numbers have their own. */
function NumbersControl(props: NumbersControlProps) {
  const { option, label, value, length, withSlider, onChange } = props;
  const numbers = listOf(value);
  const places = Array.from({ length }, (_, place) => place);
  const labels = places.map((place) => `${label} ${place + 1}`);
  const integer = option.kind === 'integers';
  const { minimum, maximum } = option.range ?? {};
  const isBounded = withSlider && minimum !== undefined && maximum !== undefined;
  const bounds = isBounded ? { minimum, maximum, integer } : null;
  const setOne = (place: number) => (number: number) =>
    onChange(places.map((other) => (other === place ? number : (numbers[other] ?? 0))));
  return (
    <div className="grid grid-cols-2 gap-x-3">
      {places.map((place) => (
        <div key={place} className="min-w-0">
          <NumberField
            label={labels[place] ?? label}
            value={numbers[place] ?? null}
            integer={integer}
            onChange={setOne(place)}
          />
          {bounds && !option.isInterval ? (
            <Slider
              label={labels[place] ?? label}
              value={numbers[place] ?? bounds.minimum}
              onChange={setOne(place)}
              {...bounds}
            />
          ) : null}
        </div>
      ))}
      {bounds && option.isInterval ? (
        <div className="col-span-2">
          <RangeSlider
            labels={labels}
            values={places.map((place) => numbers[place] ?? bounds.minimum)}
            onChange={onChange}
            {...bounds}
          />
        </div>
      ) : null}
    </div>
  );
}

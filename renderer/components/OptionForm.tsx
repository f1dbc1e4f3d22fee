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
import { OptionControl } from './OptionControl.tsx';

interface OptionFormProps {
  readonly group: CatalogGroup;
  readonly descriptor: ComponentDescriptor;
  readonly options: Options;
  /** The component's place in the document: `model.layers[2]`. */
  readonly where: string;
  readonly problems: readonly Problem[];
  /** Undefined: back to what is inferred. */
  readonly onChange: (name: string, value: OptionValue | undefined) => void;
  /** Gives several components what each had before an entry: of a field that has no value for them. */
  readonly onTakeBack?: (name: string) => void;
  /** Names of options that stand for several components, and differ between them. */
  readonly mixed?: ReadonlySet<string>;
  /** Numbers with two bounds get a slider: for values that are found by looking. */
  readonly withSliders?: boolean;
  readonly className?: string;
}

export function OptionForm(props: OptionFormProps) {
  const { group, descriptor, options, where, problems, onChange, className } = props;
  const { withSliders = false, mixed = none, onTakeBack } = props;
  const { t } = useTranslation();
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
            where={place}
            usual={option.inferred ? t('options.inferred') : optionValueName(option.default)}
            onReset={
              isChanged(option, options, mixed) ? () => onChange(option.name, undefined) : undefined
            }
            className={isRow(option) ? 'col-span-2' : ''}
          >
            {(id) => (
              <OptionControl
                id={id}
                option={option}
                label={localized(option.label)}
                value={
                  mixed.has(option.name) ? undefined : (options[option.name] ?? option.default)
                }
                isMixed={mixed.has(option.name)}
                invalid={own.length > 0}
                withSlider={withSliders}
                onChange={(value) => onChange(option.name, value)}
                {...(onTakeBack ? { onTakeBack: () => onTakeBack(option.name) } : {})}
              />
            )}
          </Field>
        );
      })}
    </div>
  );
}

const none: ReadonlySet<string> = new Set();

/** Given, and not as the catalog would have it. */
function isChanged(
  { name, default: usual, inferred = false }: OptionDescriptor,
  options: Options,
  mixed: ReadonlySet<string>,
): boolean {
  const given = Object.hasOwn(options, name) ? options[name] : undefined;
  if (mixed.has(name)) return usual !== undefined || inferred;
  if (given === undefined) return false;
  return usual === undefined ? inferred : JSON.stringify(given) !== JSON.stringify(usual);
}

/** Takes a row of the form for itself. */
const isRow = ({ kind }: OptionDescriptor) => /^(numbers|integers|lines)$/.test(kind);

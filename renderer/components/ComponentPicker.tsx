/** Chooses one component of the catalog (a loss, an optimizer) and edits its options below. */
import type { ReactNode } from 'react';
import type { Problem } from '../../core/contract/ExperimentReport.ts';
import type { Component } from '../../core/contract/ModelSpec.ts';
import { type CatalogGroup, useCatalog } from '../state/catalog.ts';
import { useInspection } from '../state/inspection.ts';
import { Field } from './Field.tsx';
import { OptionForm } from './OptionForm.tsx';
import { Select } from './Select.tsx';

interface ComponentPickerProps {
  readonly group: CatalogGroup;
  readonly label: string;
  readonly where: string;
  readonly value: Component;
  readonly problems: readonly Problem[];
  /** What stands above it says its name. */
  readonly isNamed?: boolean;
  /** The type that a reset goes back to; no reset where it is not known. */
  readonly usual?: string | undefined;
  /** Shown between what is chosen and its options. */
  readonly figure?: ReactNode;
  /** With its numbers filled in; the catalog's own where it is left out. */
  readonly equation?: string | null | undefined;
  /** `group` names the edit for undo; null for one that stands alone. */
  readonly onChange: (value: Component, editOf: string | null) => void;
}

export function ComponentPicker(props: ComponentPickerProps) {
  const { group, label, where, value, problems, usual, isNamed = false, equation } = props;
  const { figure, onChange } = props;
  const choices = useCatalog(({ catalog }) => catalog[group]);
  const inspect = useInspection((state) => state.inspect);
  const descriptor = choices.find(({ type }) => type === value.type);
  const choose = (type: string) => {
    onChange({ type, options: {} }, null);
    inspect({ kind: 'component', group, type });
  };
  const setOption = (name: string, option: Component['options'][string] | undefined) => {
    const { [name]: _, ...others } = value.options;
    const options = option === undefined ? others : { ...others, [name]: option };
    onChange({ ...value, options }, `${where}.${name}`);
  };
  return (
    <div className="flex flex-col gap-2.5">
      <Field
        label={label}
        subject={{ kind: 'component', group, type: value.type }}
        problems={problems.filter((problem) => problem.where === where)}
        where={where}
        isNamed={isNamed}
        usual={usual}
        onReset={usual === undefined || usual === value.type ? undefined : () => choose(usual)}
        note={
          descriptor ? (
            <span className="block font-mono whitespace-pre-line selectable">
              {(equation ?? descriptor.equation).replaceAll(/; +/g, '\n')}
            </span>
          ) : null
        }
      >
        {(id) => (
          <Select
            id={id}
            label={label}
            value={value.type}
            options={choices.map(({ type }) => ({ value: type, label: type }))}
            onChange={choose}
          />
        )}
      </Field>
      {figure}
      {descriptor ? (
        <OptionForm
          group={group}
          descriptor={descriptor}
          options={value.options}
          where={where}
          problems={problems}
          onChange={setOption}
        />
      ) : null}
    </div>
  );
}

/** A part of the experiment that may be left out: a switch, and its settings while it is on. */
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../core/contract/ExperimentReport.ts';
import type { Component } from '../../core/contract/ModelSpec.ts';
import { type CatalogGroup, useCatalog } from '../state/catalog.ts';
import { useInspection } from '../state/inspection.ts';
import { ComponentPicker } from './ComponentPicker.tsx';
import { Field } from './Field.tsx';
import { Switch } from './Switch.tsx';

interface OptionalComponentProps {
  readonly group: CatalogGroup;
  readonly label: string;
  readonly where: string;
  readonly value: Component | undefined;
  readonly problems: readonly Problem[];
  /** Undefined: left out. `editOf` as in ComponentPicker. */
  readonly onChange: (value: Component | undefined, editOf: string | null) => void;
}

export function OptionalComponent(props: OptionalComponentProps) {
  const { group, label, where, value, onChange } = props;
  const usual = useCatalog(({ catalog }) => catalog[group][0]?.type);
  const inspect = useInspection((state) => state.inspect);
  const { t } = useTranslation();
  if (usual === undefined) return null;
  const subject = { kind: 'component', group, type: value?.type ?? usual } as const;
  const toggle = (isOn: boolean) => {
    onChange(isOn ? { type: usual, options: {} } : undefined, null);
    inspect(subject);
  };
  return (
    <div className="flex flex-col gap-2.5">
      <Field
        label={label}
        subject={subject}
        where={where}
        usual={t('options.off')}
        onReset={value ? () => toggle(false) : undefined}
        inline
      >
        {(id) => <Switch id={id} label={label} checked={value !== undefined} onChange={toggle} />}
      </Field>
      {value ? (
        <div className="border-l-2 border-line pl-3">
          <ComponentPicker {...props} value={value} usual={usual} isNamed />
        </div>
      ) : null}
    </div>
  );
}
